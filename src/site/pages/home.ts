import { PARTS, type ChapterFacts } from '../../book/chapter.ts'
import type { Locale } from '../../protocol/view.ts'
import { escapeHtml } from '../mdx/highlight.ts'
import { mark } from './icons.ts'
import type { Page, Site } from './layout.ts'
import { drawPlate } from './plates.ts'
import { pageWords } from './words.ts'

interface HomeWords {
  readonly description: string
  readonly title: string
  readonly say: string
  /** Of a figure that plays by itself, and of one that waits: for readers who want no motion, and without scripts. */
  readonly more: { readonly playing: string; readonly waiting: string }
  readonly begin: (order: number) => string
  readonly seeContents: string
  readonly hint: string
  readonly ways: readonly (readonly [title: string, text: string])[]
}

const words: Record<Locale, HomeWords> = {
  en: {
    description:
      'A textbook of deep learning whose figures are running models. It trains in your browser, on your own machine, in English and Chinese.',
    title: `Deep Learning,<br>${mark.en.replace('Deep Learning, ', '')}`,
    say: 'A textbook whose figures are running models.',
    more: {
      playing:
        'The network on this page began training when you opened it. It runs in your browser, on your own machine. So does every other figure that says “Live”.',
      waiting:
        'Press play, and the network on this page begins to train, in your browser, on your own machine. So does every other figure of the book.',
    },
    begin: (order) => `Begin with chapter ${order}`,
    seeContents: 'See the contents',
    hint: 'Change something. The picture will answer.',
    ways: [
      ['Reading alone', 'Each chapter opens with a question and asks you to predict before it shows.'],
      [
        'Teaching a class',
        'Any figure fills the screen, readable from the back row. One link holds all its settings.',
      ],
      [
        'Taking it apart',
        'A green number is one number, in the text, in the code and in the figure. Drag it in any of them.',
      ],
    ],
  },
  zh: {
    description:
      '一本深度学习教科书，书里的图都是正在运行的模型，就在你的浏览器里、你自己的机器上训练。中英双语。',
    title: mark.zh,
    say: '一本教科书，书里的图都是正在运行的模型。',
    more: {
      playing:
        '你打开这一页时，页上的网络就开始训练了。它运行在你的浏览器里、你自己的机器上。书中凡标着“运行中”的图，都是如此。',
      waiting: '按下播放，页上的网络就开始训练，在你的浏览器里、你自己的机器上。书中别的图也都如此。',
    },
    begin: (order) => `从第 ${order} 章读起`,
    seeContents: '查看目录',
    hint: '动手改一改，图会作答。',
    ways: [
      ['一个人读', '每章从一个问题开始，先请你猜，再给你看。'],
      ['在课堂上讲', '任何一幅图都能铺满屏幕，后排也看得清；一个链接就能带走它的全部设置。'],
      ['拆开来看', '绿色的数字，在正文、代码和图里都是同一个，从哪里都可以拖动。'],
    ],
  },
}

/** The home page: what this is, shown by a figure that runs; then the chapters. */
export function homePage(locale: Locale, site: Site, figure: string): Page {
  const own = words[locale]
  const common = pageWords[locale]
  const first = site.chapters.find(([, facts]) => facts.planned !== true)
  const begin =
    first === undefined ? '' : `<a class="btn go" href="${first[0]}/">${own.begin(first[1].order)}</a>`
  const ways = own.ways.map(([title, text]) => `<div><h2>${title}</h2><p>${text}</p></div>`).join('')
  const body = `<main class="home" id="main" tabindex="-1">
<div class="hero"><div class="hero-side"><div class="hero-words"><h1 aria-label="${common.book}">${own.title}</h1><p class="say">${own.say}</p><p class="say2"><span class="playing">${own.more.playing}</span><span class="waiting">${own.more.waiting}</span></p><div class="go-row">${begin}<a class="btn" href="#contents">${own.seeContents}</a></div></div>
<section class="ways">${ways}</section></div>
<div class="pic" data-slug="home" style="--hint: '${own.hint}'">${figure}</div></div>
<section class="contents" id="contents"><h2>${common.contents}</h2>${renderParts(locale, site)}</section>
</main>`
  return {
    locale,
    path: '',
    title: common.book,
    description: own.description,
    body,
    kind: 'home',
    crumb: `<span class="mark" aria-hidden="true">${mark[locale]}</span><a href="playground/">${common.playground}</a><a href="glossary/">${common.glossary}</a><a href="misconceptions/">${common.misconceptions}</a><a href="bibliography/">${common.bibliography}</a><a href="about/">${common.about}</a>`,
  }
}

function renderParts(locale: Locale, site: Site): string {
  const common = pageWords[locale]
  return Object.entries(PARTS)
    .map(([id, part]) => {
      const items = site.chapters
        .filter(([, facts]) => facts.part === id)
        .map(([slug, facts]) => `<li>${renderChapter(slug, facts, locale)}</li>`)
      return `<section class="partrow"><h3>${common.partName(part.number)}<b>${part.titles[locale]}</b></h3><ol class="chs">${items.join('')}</ol></section>`
    })
    .join('')
}

function renderChapter(slug: string, facts: ChapterFacts, locale: Locale): string {
  const common = pageWords[locale]
  const count = Object.keys(facts.figures ?? {}).length
  const status = facts.planned === true ? common.planned : common.figureCount(count)
  const inner = `<span class="v">${drawPlate(slug)}</span><span><span class="t"><span class="no">${facts.order}</span>${escapeHtml(facts.titles[locale])}</span><span class="d">${escapeHtml(facts.question[locale])}</span><span class="m">${status}</span></span>`
  return facts.planned === true
    ? `<div class="ch planned">${inner}</div>`
    : `<a class="ch" href="${slug}/">${inner}</a>`
}
