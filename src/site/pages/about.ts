/** About the book: how its figures work, what runs where, what is stored. */
import type { Locale } from '../../protocol/view.ts'
import type { Page } from './layout.ts'
import { pageWords } from './words.ts'

interface Section {
  readonly id: string
  readonly title: string
  readonly html: string
}

const LEAD: Record<Locale, string> = {
  en: 'Every figure that says “Live” is a model at work in your own browser. Nothing is a film.',
  zh: '凡标着“运行中”的图，都是模型正在你自己的浏览器里计算，不是录像。',
}

const en: readonly Section[] = [
  {
    id: 'figures',
    title: 'How a figure works',
    html: `<p>Press play and a real model begins to train, from a start that its seed fixes. The same values and the same seed give the same run. Each figure shows the step it has reached, the loss it has measured, and where it is computing.</p>
<p>Before you press anything you see a recorded frame: one state of the same model, stored when the book was built and marked as recorded. It is also what you see on paper, and without scripts.</p>
<p>Drag the loss curve to go back in time. The picture under your hand is the nearest one kept; when you let go, the state is computed again exactly. If you change something there, a new branch begins.</p>
<p>Compare holds the figure as it is, as A, and sets a second one beside it, as B. The controls now change B; one play button and one scrubber move both, so that both always show the same step. Above each picture stands what tells it from the other. End with whichever you want to keep.</p>
<p>Green means that you can move it, or that it is running. A green number in the text is the figure’s own setting, not a copy.</p>`,
  },
  {
    id: 'keyboard',
    title: 'Keyboard',
    html: `<p>With a figure in focus: <kbd>Space</kbd> plays and pauses, <kbd>→</kbd> takes one step, <kbd>R</kbd> resets, <kbd>C</kbd> compares two settings, <kbd>F</kbd> presents it on the full screen, <kbd>?</kbd> lists the rest.</p>`,
  },
  {
    id: 'backends',
    title: 'Where it computes',
    html: `<p>The models run in a worker, beside the page, with TensorFlow.js. It can compute on the processor (cpu, or faster as WebAssembly, wasm) or on the graphics chip (WebGPU, WebGL). At first use each one found on your device is tested with known numbers; one that answers wrongly is not used. A short measurement then decides which is fastest for the kind of model at hand. Tiny networks are nearly always fastest on the processor.</p>
<p>The line under a figure names the one in use. You may choose another there, or with <code>?backend=cpu</code>, <code>wasm</code>, <code>webgl</code> or <code>webgpu</code> in the address.</p>`,
  },
  {
    id: 'browsers',
    title: 'Browsers',
    html: `<p>Any current browser will do: Chrome, Edge, Firefox and Safari, on a computer, tablet or phone. WebGPU is used where it exists and missed nowhere. Without JavaScript you still have the text, the formulas and the recorded pictures. A phone grows warm when it computes; a figure off the screen pauses.</p>`,
  },
  {
    id: 'privacy',
    title: 'Privacy',
    html: `<p>Nothing you do here leaves your browser. The book sends no statistics, sets no cookies, and loads nothing from anywhere else. What it remembers (your settings, what you typed or drew, which figures you have run) is kept on this device and goes away when you clear the site’s data. Pages and code are stored for reading offline after the first visit, unless your browser asks to save data.</p>`,
  },
  {
    id: 'licence',
    title: 'Licence',
    html: `<p>Text and pictures: Creative Commons Attribution 4.0. Code: MIT. The typefaces are Source Serif, Source Sans and Source Code (SIL Open Font License).</p>`,
  },
]

const zh: readonly Section[] = [
  {
    id: 'figures',
    title: '图是怎样运行的',
    html: `<p>按下播放，一个真正的模型就从随机种子所确定的起点开始训练。参数相同、种子相同，过程就相同。每幅图都标出走到了哪一步、测得的损失是多少、在哪里计算。</p>
<p>在你动手之前，看到的是一帧记录：同一个模型的某个状态，在制作本书时存下，并注明是记录。打印在纸上、或关闭脚本时，看到的也是它。</p>
<p>拖动损失曲线可以回到从前。拖动时看到的是存下的最近一帧；松手之后，那一步的状态会重新精确地算出来。若在那里改动什么，就会生出一条新的分支。</p>
<p>“比较”把图的现状留作 A，在旁边再放一幅 B。此后控件只改变 B，而两幅图共用一个播放键和一条时间轴，始终停在同一步。两图上方写着彼此不同的设置。比完之后，留下哪一幅由你。</p>
<p>绿色表示可以拖动，或正在运行。正文里的绿色数字就是图中的参数本身，不是抄来的。</p>`,
  },
  {
    id: 'keyboard',
    title: '键盘',
    html: `<p>选中一幅图之后：<kbd>空格</kbd> 播放与暂停，<kbd>→</kbd> 走一步，<kbd>R</kbd> 重置，<kbd>C</kbd> 比较两组设置，<kbd>F</kbd> 全屏投影，<kbd>?</kbd> 列出其余按键。</p>`,
  },
  {
    id: 'backends',
    title: '在哪里计算',
    html: `<p>模型在页面之外的一个后台线程里，由 TensorFlow.js 计算。它可以用处理器（cpu，或者更快的 wasm，即 WebAssembly），也可以用显卡（WebGL 或 WebGPU）。初次使用时，设备上能找到的每一种都先用已知的数字检验，算错的弃用；再经过一次简短的测速，按模型的种类选出最快的一种。很小的网络几乎总是处理器最快。</p>
<p>图下方的状态行写着正在使用哪一种。你可以在那里另选，也可以在网址里加上 <code>?backend=cpu</code>、<code>wasm</code>、<code>webgl</code> 或 <code>webgpu</code>。</p>`,
  },
  {
    id: 'browsers',
    title: '浏览器',
    html: `<p>电脑、平板、手机上的新版 Chrome、Edge、Firefox、Safari 均可阅读。有 WebGPU 就用，没有也不妨碍。关闭 JavaScript 时，文字、公式和记录下来的画面仍在。手机计算时会发热；移出屏幕的图会自动暂停。</p>`,
  },
  {
    id: 'privacy',
    title: '隐私',
    html: `<p>你在这里做的一切都不会离开你的浏览器。本书不做统计，不设 Cookie，也不从别处加载任何东西。它记住的（你的设置、你输入或画下的内容、运行过哪些图）都存在这台设备上，清除网站数据便会消失。除非浏览器要求节省流量，第一次访问之后页面和代码会存下来，供离线阅读。</p>`,
  },
  {
    id: 'licence',
    title: '许可',
    html: `<p>文字与图片：知识共享 署名 4.0。代码：MIT。西文字体为 Source Serif、Source Sans 与 Source Code（SIL 开放字体许可）。</p>`,
  },
]

const SECTIONS: Record<Locale, readonly Section[]> = { en, zh }

export function aboutPage(locale: Locale): Page {
  const words = pageWords[locale]
  const sections = SECTIONS[locale]
  const rail = `<ol>${sections.map((s) => `<li><a href="#${s.id}">${s.title}</a></li>`).join('')}</ol>`
  const content = sections.map((s) => `<h2 class="sec" id="${s.id}">${s.title}</h2>${s.html}`).join('\n')
  return {
    locale,
    path: 'about/',
    title: words.about,
    description: LEAD[locale],
    kind: 'plain',
    crumb: `<b>${words.about}</b>`,
    rail,
    body: `<div class="page"><div class="toc"><nav aria-label="${words.onThisPage}"><h2>${words.onThisPage}</h2>${rail}</nav></div><main class="main" id="main" tabindex="-1"><h1>${words.about}</h1><p class="lead">${LEAD[locale]}</p>${content}</main></div>`,
  }
}
