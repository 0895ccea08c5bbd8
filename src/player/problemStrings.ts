import type { ProblemCode } from '../protocol/messages.ts'
import type { Locale } from '../protocol/view.ts'

/** A problem in the reader's words: what happened, and what to do. */
export interface ProblemText {
  readonly title: (step: string | null) => string
  readonly help: string
}

export interface ProblemStrings {
  readonly problems: Readonly<Record<ProblemCode, ProblemText>>
  /** Likely causes, by the id that the run gives. */
  readonly causes: Readonly<Record<string, string>>
  readonly where: (place: string) => string
  readonly who: (member: string) => string
  /** One run of several went on to this, in one sentence. */
  readonly ofRun: (member: string, title: string) => string
  readonly because: (cause: string) => string
  readonly details: string
  readonly reset: string
  readonly retry: string
  readonly otherBackend: (backend: string) => string
  readonly auto: string
}

const at = (step: string | null): string => (step === null ? '' : ` at step ${step}`)
const en: ProblemStrings = {
  problems: {
    'non-finite': {
      title: (step) => `Diverged${at(step)}.`,
      help: 'Lower the learning rate or reset. You can also drag the time back to where all was well.',
    },
    'out-of-memory': {
      title: (step) => `Out of memory${at(step)}.`,
      help: 'Choose a smaller model or less data, or another backend. Closing other tabs helps too.',
    },
    'device-lost': {
      title: (step) => `The graphics device was lost${at(step)}.`,
      help: 'The run was moved to a fresh one and goes on from its last saved state.',
    },
    'backend-unavailable': {
      title: () => 'The backend you asked for is not available here.',
      help: 'The figure uses the best one this device has.',
    },
    'backend-software': {
      title: () => 'This browser imitates the graphics card in software.',
      help: 'Everything works, only slowly. The cpu or wasm backend may be quicker.',
    },
    'backend-wrong': {
      title: () => 'A backend of this device computes wrong results, and is not used.',
      help: 'The figure uses another one.',
    },
    'unknown-widget': {
      title: () => 'This figure’s model was not found.',
      help: 'The page may be older than the book. Load it again.',
    },
    'not-loaded': {
      title: () => 'This figure’s code could not be loaded.',
      help: 'Check the connection and try again. If that does not help, load the page again: a newer edition may have replaced it. Your settings stay.',
    },
    'bad-values': {
      title: () => 'These settings can’t be computed.',
      help: 'Go back to the figure’s own settings and change them one at a time.',
    },
    'bad-data': {
      title: () => 'The data can’t be used.',
      help: 'It may be empty or of the wrong form. Go back to the figure’s own data.',
    },
    'worker-blocked': {
      title: () => 'The browser blocks this page’s workers, and only workers compute.',
      help: 'An extension or a strict privacy setting may block it. The text and the recorded pictures stay readable.',
    },
    'worker-lost': {
      title: (step) => `The computation stopped unexpectedly${at(step)}.`,
      help: 'Reset to begin again. If it happens again, choose another backend.',
    },
    crashed: {
      title: (step) => `Something went wrong${at(step)}.`,
      help: 'Reset to begin again. If it happens again, choose another backend.',
    },
  },
  causes: {
    'rate-too-high': 'The learning rate is too high: each step overshoots further than the last.',
    'exploding-gradients': 'The gradients grew from layer to layer until they no longer fit into a number.',
    'log-of-zero': 'A probability became exactly 0, and its logarithm is minus infinity.',
    'bad-input': 'The data holds a value that is not a number.',
    overflow: 'A value grew beyond what a 32-bit number can hold.',
  },
  where: (place) => `Where: ${place}.`,
  who: (member) => `In the run “${member}”.`,
  ofRun: (member, title) => `Run “${member}”: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
  because: (cause) => cause,
  details: 'Details',
  reset: 'Reset',
  retry: 'Try again',
  otherBackend: (backend) => `Use ${backend}`,
  auto: 'Use the best for this figure',
}

const zhAt = (step: string | null): string => (step === null ? '' : `在第 ${step} 步`)
const zh: ProblemStrings = {
  problems: {
    'non-finite': {
      title: (step) => `${zhAt(step)}发散。`,
      help: '请调低学习率，或者重置。也可以把时间拖回尚且正常的地方。',
    },
    'out-of-memory': {
      title: (step) => `${zhAt(step)}内存不足。`,
      help: '请换小一些的模型、少一些的数据，或换一个计算后端。关闭其他标签页也有帮助。',
    },
    'device-lost': {
      title: (step) => `${zhAt(step)}失去了图形设备。`,
      help: '运行已移到新的设备上，从最近保存的状态继续。',
    },
    'backend-unavailable': {
      title: () => '此设备没有你指定的计算后端。',
      help: '图会改用此设备上最合适的后端。',
    },
    'backend-software': {
      title: () => '浏览器用软件模拟显卡。',
      help: '一切照常，只是较慢。改用 cpu 或 wasm 后端也许更快。',
    },
    'backend-wrong': {
      title: () => '此设备的一个计算后端结果有误，已停用。',
      help: '图会改用其他后端。',
    },
    'unknown-widget': {
      title: () => '找不到这幅图的模型。',
      help: '页面可能比书的版本旧，请重新加载。',
    },
    'not-loaded': {
      title: () => '未能载入这幅图的程序。',
      help: '请检查网络后重试。如果仍然不行，请刷新页面：本书可能已经更新。你的设置会保留。',
    },
    'bad-values': {
      title: () => '这组设置无法计算。',
      help: '请恢复图的默认设置，再一项一项地改。',
    },
    'bad-data': {
      title: () => '数据无法使用。',
      help: '数据可能为空，或格式不对。请改用图自带的数据。',
    },
    'worker-blocked': {
      title: () => '浏览器禁止此页面使用后台线程（Worker），图无法计算。',
      help: '可能被扩展程序或严格的隐私设置拦截。正文和录制画面仍可阅读。',
    },
    'worker-lost': {
      title: (step) => `计算${zhAt(step)}意外中止。`,
      help: '请重置后再试。若再次发生，请换一个计算后端。',
    },
    crashed: {
      title: (step) => `${zhAt(step)}出了错。`,
      help: '请重置后再试。若再次发生，请换一个计算后端。',
    },
  },
  causes: {
    'rate-too-high': '学习率太大：每一步都比上一步冲得更远。',
    'exploding-gradients': '梯度逐层放大，终于超出了数值的范围。',
    'log-of-zero': '某个概率恰好成了 0，它的对数是负无穷。',
    'bad-input': '数据里有不是数的值。',
    overflow: '某个值超出了 32 位浮点数的范围。',
  },
  where: (place) => `位置：${place}。`,
  who: (member) => `所属运行：${member}。`,
  ofRun: (member, title) => `运行“${member}”：${title}`,
  because: (cause) => cause,
  details: '详情',
  reset: '重置',
  retry: '重试',
  otherBackend: (backend) => `改用 ${backend}`,
  auto: '自动选择后端',
}

export const problemStrings: Readonly<Record<Locale, ProblemStrings>> = { en, zh }
