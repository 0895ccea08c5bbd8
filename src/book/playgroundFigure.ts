import type { Bilingual, FigureFacts } from './chapter.ts'

/** The figure of the playground's own page. Its recorded frame is `chapters/playground/frames/<id>.json`. */
export const playgroundFigure: FigureFacts & {
  readonly id: string
  readonly titles: Bilingual
  readonly captions: Bilingual
} = {
  id: 'playground',
  widget: 'playground',
  values: {},
  step: 300,
  titles: { en: 'A network and everything in it', zh: '一个网络，里里外外' },
  captions: {
    en: '<b>Each small map shows where in the plane a unit answers: blue below zero, orange above.</b> Links are weights, as thick as they are large. Choose a unit or a link to see its arithmetic at the green ring, and drag or type any number in it.',
    zh: '<b>每幅小图画出一个单元在平面上何处有反应：蓝色为负，橙色为正。</b>连线是权重，越粗越大。点一个单元或一条连线，就能看到它在绿色圆环处的算式，其中的数字都可以拖动或改写。',
  },
}
