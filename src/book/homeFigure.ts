import type { Bilingual, FigureFacts } from './chapter.ts'

/** The figure on the home page. Its recorded frame is `chapters/home/frames/<id>.json`. */
export const homeFigure: FigureFacts & {
  readonly id: string
  readonly titles: Bilingual
  readonly captions: Bilingual
} = {
  id: 'spirals',
  widget: 'spirals',
  values: {},
  step: 500,
  titles: { en: 'Two spirals', zh: '两条螺旋' },
  captions: {
    en: '<b>A small network learns to tell two spirals apart.</b> The line is where it changes its mind. Each small picture is a state it came through: press one to go back to it.',
    zh: '<b>一个小网络在学着分开两条螺旋。</b>那条线是它改变判断的地方。每个小图都是它走过的一个状态，点一下就回到那里。',
  },
}
