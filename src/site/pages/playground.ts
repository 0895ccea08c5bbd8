import { playgroundFigure } from '../../book/playgroundFigure.ts'
import type { Locale } from '../../protocol/view.ts'
import type { Page } from './layout.ts'
import { pageWords } from './words.ts'

interface Words {
  readonly lead: string
  readonly tryTitle: string
  readonly teachTitle: string
  readonly teach: string
}

const words: Record<Locale, Words> = {
  en: {
    lead: 'A neural network to take apart. It learns in your browser, from generated points or from your own.',
    tryTitle: 'Things to find out',
    teachTitle: 'For a class',
    teach:
      'Share gives a link that holds every setting, drawn points included, and both settings of a comparison. To take controls away, add their names, separated by commas, as in <code>?hide=layers,optimizer</code>; <code>?hide=controls</code> takes them all. Export gives the trained network in the format of TensorFlow.js, and the points as CSV.',
  },
  zh: {
    lead: '一个可以拆开来看的神经网络。它就在你的浏览器里学习，数据可以生成，也可以自己来。',
    tryTitle: '试着弄明白',
    teachTitle: '用于课堂',
    teach:
      '“分享”给出的链接保存全部设置，包括画下的点；正在比较时，两组设置都在其中。要收起某些控件，就在网址里列出它们的名字，以逗号分隔，例如 <code>?hide=layers,optimizer</code>；<code>?hide=controls</code> 则全部收起。“导出”可以取得训练好的网络（TensorFlow.js 格式）和数据点（CSV）。',
  },
}

/** A question and the settings that it begins with, as the address writes them. */
const QUESTIONS: readonly (Readonly<Record<Locale, string>> & { readonly set: string })[] = [
  {
    set: 'data=circle&features=xx,yy&layers=',
    en: 'Which two inputs tell the rings apart with no hidden layer at all? Then try them on the spirals.',
    zh: '不要隐藏层，哪两个输入特征就能分开同心环？再拿它们去试螺旋。',
  },
  {
    set: 'layers=8~linear,8~linear',
    en: 'Two hidden layers, but linear. Why is a straight line all they can draw?',
    zh: '两个隐藏层，却都是线性的。为什么只能画出一条直线？',
  },
  {
    set: 'start=zeros',
    en: 'All weights begin at zero. Why do all units of a layer stay alike?',
    zh: '权重全从零开始。为什么同一层的单元始终一模一样？',
  },
  {
    set: 'data=moons&count=60&noise=0.4&layers=16~tanh,16~tanh&batch=10&updates=5000',
    en: 'The test loss falls, then rises, while the training loss falls on. Which switch keeps it down?',
    zh: '训练损失一路下降，测试损失却先降后升。哪个开关能把它压住？',
  },
  {
    set: 'data=gaussian&layers=8~relu,8~relu&optimizer=sgd&learningRate=3&updates=1000',
    en: 'This rate is too high, and the figure says where the numbers ran away. What is the largest that works?',
    zh: '这个学习率太大了，图会说出数字是从哪里失控的。最大能取多少？',
  },
  {
    set: 'classes=4&layers=12~tanh,12~tanh&updates=4000',
    en: 'Four arms. How few units are enough?',
    zh: '四条旋臂。最少要多少个单元？',
  },
]

/** The playground by itself, as wide as the page; below it, where to begin. */
export function playgroundPage(locale: Locale, figure: string): Page {
  const common = pageWords[locale]
  const own = words[locale]
  const link = (set: string): string => {
    const pairs = set.split('&').map((pair) => `${playgroundFigure.id}.${pair}`)
    return `?${pairs.join('&amp;')}#fig-${playgroundFigure.id}`
  }
  const questions = QUESTIONS.map((q) => `<li><a href="${link(q.set)}">${q[locale]}</a></li>`).join('')
  return {
    locale,
    path: 'playground/',
    title: common.playground,
    description: own.lead,
    kind: 'plain',
    crumb: `<b>${common.playground}</b>`,
    body: `<div class="page workbench"><main class="main" id="main" tabindex="-1" data-slug="playground"><header><h1>${common.playground}</h1><p class="lead">${own.lead}</p></header>
${figure}
<div class="workbench-text"><section><h2 class="sec" id="questions">${own.tryTitle}</h2><ul>${questions}</ul></section>
<section><h2 class="sec" id="class">${own.teachTitle}</h2><p>${own.teach}</p></section></div></main></div>`,
  }
}
