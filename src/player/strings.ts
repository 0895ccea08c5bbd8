import type { ParamProblemCode } from '../protocol/params.ts'
import type { StepIs } from '../protocol/spec.ts'
import type { Locale } from '../protocol/view.ts'
import type { Phase } from './run/model.ts'

/** Everything the player itself says. A figure's own words are in its widget's `strings.ts`. */
export interface PlayerStrings {
  readonly figure: (number: string) => string
  /** Beside the title. */
  readonly badge: Readonly<Record<Phase, string>>
  readonly recorded: (step: string) => string
  readonly share: string
  readonly present: string
  readonly leave: string
  readonly export: string
  readonly more: string
  readonly controls: string
  readonly settings: string
  /** Said before a folded control's name, which could begin like the play button's. */
  readonly setting: string
  readonly preset: string
  readonly ownSettings: string
  readonly bookSettings: string
  /** Name of the n-th hidden layer in a list of layers. */
  readonly layer: (n: number) => string
  readonly cell: (row: string, column: string) => string
  readonly pointClass: (letter: string) => string
  readonly on: string
  readonly off: string
  readonly none: string
  readonly list: (items: readonly string[]) => string
  readonly transport: {
    /** Begins the accessible name of the play button, and of no other. */
    readonly play: string
    readonly playAgain: string
    readonly pause: string
    readonly reset: string
    readonly step: string
    readonly stepBack: string
    readonly phase: string
    readonly time: string
    readonly timeAt: (step: string, last: string) => string
    readonly speed: string
    readonly perSecond: (steps: string) => string
    readonly flatOut: string
    readonly slow: string
    readonly short: {
      readonly max: string
      readonly slow: string
      readonly perSecond: (steps: number) => string
    }
    readonly logScale: (metric: string) => string
    readonly guess: (guess: string) => string
  }
  readonly steps: Readonly<Record<StepIs, string>>
  readonly of: (last: string) => string
  /** A metric of one run among several. */
  readonly metricOf: (metric: string, member: string) => string
  readonly status: {
    readonly idle: string
    readonly warming: string
    readonly paused: string
    readonly done: (step: string) => string
    readonly plain: string
    readonly plainForced: string
    readonly fellBack: (used: string, wanted: string) => string
    readonly rate: (rate: string) => string
    readonly seed: (seed: string) => string
    readonly device: string
    readonly auto: string
    readonly tensors: (count: string) => string
    readonly details: string
    readonly offscreen: string
  }
  readonly notes: {
    readonly close: string
    readonly restored: string
    readonly toDefaults: string
    /** By a setting's name, what was given, what is used instead, and for numbers the range. */
    readonly param: Readonly<
      Record<
        Exclude<ParamProblemCode, 'unknown-key'>,
        (name: string, given: string, used: string, range: string) => string
      >
    >
    /** Settings that the figure has not. */
    readonly unknownKeys: (keys: string) => string
    /** Settings of figures that the page has not. */
    readonly strangers: (keys: string) => string
    /** What a link would hide, and the page has not. */
    readonly nothingToHide: (names: string) => string
    readonly names: (names: readonly string[]) => string
    readonly range: (min: string, max: string) => string
    readonly missing: (name: string, used: string) => string
    readonly points: (count: string) => string
    readonly unknownBackend: (given: string) => string
    readonly heat: string
    readonly largeValues: (names: string) => string
    /** As above, where the tab can keep nothing. */
    readonly unkept: (names: string) => string
  }
  readonly shareDialog: {
    readonly title: string
    readonly link: string
    readonly copy: string
    readonly copied: string
    readonly explain: string
    readonly plain: string
    readonly byHand: string
  }
  readonly exportDialog: {
    readonly title: string
    readonly png: string
    readonly svg: string
    readonly csv: string
    readonly numbers: string
    readonly csvEmpty: string
    readonly modelEmpty: string
    readonly failed: string
  }
  readonly numbers: {
    readonly title: string
    readonly show: string
    readonly hide: string
    readonly empty: string
    readonly caption: (rows: string, all: string) => string
    readonly settings: string
    readonly value: string
  }
  readonly summary: { readonly title: string; readonly show: string; readonly hide: string }
  readonly keys: {
    readonly title: string
    readonly show: string
    readonly playPause: string
    readonly step: string
    readonly back: string
    readonly reset: string
    readonly seed: string
    readonly preset: string
    readonly present: string
    readonly share: string
    readonly export: string
    readonly table: string
    readonly describe: string
    readonly faster: string
    readonly slower: string
    readonly undo: string
    readonly choose: string
    readonly next: string
    readonly previous: string
    readonly leave: string
    readonly help: string
    readonly space: string
    readonly where: string
  }
  readonly undo: string
  readonly previousFigure: string
  readonly nextFigure: string
  readonly previousSettings: string
  readonly nextSettings: string
}

const en: PlayerStrings = {
  figure: (number) => `Figure ${number}`,
  badge: {
    idle: 'Recorded',
    warming: 'Preparing',
    running: 'Live',
    paused: 'Paused',
    done: 'Finished',
    problem: 'Stopped',
  },
  recorded: (step) => `Recorded at step ${step}`,
  share: 'Share',
  present: 'Present',
  leave: 'Leave presenter mode',
  export: 'Export',
  more: 'More',
  controls: 'Controls',
  settings: 'Settings',
  setting: 'Setting: ',
  preset: 'Preset',
  ownSettings: 'Your own',
  bookSettings: 'As in the book',
  layer: (n) => `Hidden ${n}`,
  pointClass: (letter) => `Class ${letter}`,
  cell: (row, column) => `row ${row}, column ${column}`,
  on: 'On',
  off: 'Off',
  none: 'None',
  list: (items) => items.join(', '),
  transport: {
    play: 'Play',
    playAgain: 'Play again from the start',
    pause: 'Pause',
    reset: 'Reset to the same start',
    step: 'One step',
    stepBack: 'One step back',
    phase: 'Next part of the step',
    time: 'Time',
    timeAt: (step, last) => `step ${step} of ${last}`,
    speed: 'Speed',
    perSecond: (steps) => `${steps} steps a second`,
    flatOut: 'As fast as it goes',
    slow: 'Slow motion, part by part',
    short: { max: 'Max', slow: 'Slow', perSecond: (steps) => `${steps}/s` },
    logScale: (metric) => `${metric}, log scale`,
    guess: (guess) => `your guess: ${guess}`,
  },
  steps: {
    update: 'Step',
    round: 'Round',
    'environment-step': 'Step',
    sweep: 'Sweep',
    epoch: 'Epoch',
    operation: 'Operation',
  },
  of: (last) => `of ${last}`,
  metricOf: (metric, member) => `${metric}, ${member}`,
  status: {
    idle: 'Nothing is computing yet.',
    warming: 'Preparing',
    paused: 'Paused',
    done: (step) => `Finished at step ${step}.`,
    plain: 'Plain arithmetic',
    plainForced: 'This figure works with plain numbers and uses no backend.',
    fellBack: (used, wanted) => `${used}; ${wanted} is not available here.`,
    rate: (rate) => `${rate} steps/s`,
    seed: (seed) => `Seed ${seed}`,
    device: 'Computes on',
    auto: 'Best for this figure',
    tensors: (count) => `${count} tensors alive`,
    details: 'Details',
    offscreen: 'Waiting until you look',
  },
  notes: {
    close: 'Close this note',
    restored: 'Your settings from earlier in this tab are back.',
    toDefaults: 'Use the figure’s own',
    param: {
      'out-of-range': (name, given, used, range) =>
        `${name}: ${given} is out of range${range}, so ${used} is used.`,
      'wrong-type': (name, given, used) => `${name}: ${given} could not be read, so ${used} is used.`,
      'unknown-choice': (name, given, used) =>
        `${name}: ${given} is not one of the choices; ${used} is used.`,
      'too-long': (name, given, used) => `${name}: ${given} is too long and was cut to ${used}.`,
    },
    unknownKeys: (keys) =>
      `This figure has no setting called ${keys}. The link may come from another edition of the book.`,
    strangers: (keys) =>
      `The link also holds ${keys}, but no figure of that name is on this page. It may come from another edition of the book.`,
    nothingToHide: (names) =>
      `The link would hide ${names}, but nothing on this page has that name. It may come from another edition of the book.`,
    names: (names) => names.join(', '),
    range: (min, max) => ` (${min} to ${max})`,
    missing: (name, used) => `${name}: no value is given, so ${used} is used.`,
    points: (count) => (count === '1' ? '1 point' : `${count} points`),
    unknownBackend: (given) => `backend=${given} was ignored. Known are webgpu, webgl, wasm and cpu.`,
    heat: 'At full speed a phone gets warm and its battery drains. A slower speed is kinder.',
    largeValues: (names) => `Too large for a link, so kept in this tab only: ${names}.`,
    unkept: (names) =>
      `Too large for a link, and this browser lets the page keep nothing: ${names} will be lost when you leave.`,
  },
  shareDialog: {
    title: 'Share this figure',
    link: 'Link',
    copy: 'Copy',
    copied: 'Copied',
    explain:
      'The link holds every setting as it stands. From the start, it gives everyone the same run, number for number.',
    plain: 'Nothing is changed yet: the link opens the figure as it is in the book.',
    byHand: 'What you did by hand during the run is not in it.',
  },
  exportDialog: {
    title: 'Export',
    png: 'Picture, PNG',
    svg: 'Picture, SVG',
    csv: 'Measurements, CSV',
    numbers: 'The numbers behind this',
    csvEmpty: 'There are no measurements yet.',
    modelEmpty: 'The model can be taken along once the run has begun.',
    failed: 'This could not be made in this browser.',
  },
  numbers: {
    title: 'The numbers behind this',
    show: 'Numbers',
    hide: 'Hide the numbers',
    empty: 'Nothing has been measured yet.',
    caption: (rows, all) =>
      rows === all ? `${all} measurements` : `${rows} of ${all} measurements; the export holds all`,
    settings: 'Settings',
    value: 'Value',
  },
  summary: { title: 'In words', show: 'In words', hide: 'Hide the description' },
  keys: {
    title: 'Keyboard',
    show: 'Keyboard shortcuts',
    playPause: 'play or pause',
    step: 'one step',
    back: 'one step back',
    reset: 'reset to the same start',
    seed: 'new seed',
    preset: 'next preset',
    present: 'present, full screen',
    share: 'share',
    export: 'export',
    table: 'the numbers as a table',
    describe: 'the picture in words',
    faster: 'faster',
    slower: 'slower',
    undo: 'undo',
    choose: 'first choice',
    next: 'next figure',
    previous: 'previous figure',
    leave: 'back to the page',
    help: 'this list',
    space: 'Space',
    where: 'They work while the figure has the focus or is presented.',
  },
  undo: 'Undo',
  previousFigure: 'Previous figure',
  nextFigure: 'Next figure',
  previousSettings: 'Previous settings',
  nextSettings: 'More settings',
}

const zh: PlayerStrings = {
  figure: (number) => `图 ${number}`,
  badge: {
    idle: '录制画面',
    warming: '准备中',
    running: '运行中',
    paused: '已暂停',
    done: '已完成',
    problem: '已停止',
  },
  recorded: (step) => `录于第 ${step} 步`,
  share: '分享',
  present: '投影',
  leave: '退出投影',
  export: '导出',
  more: '更多',
  controls: '控件',
  settings: '设置',
  setting: '设置：',
  preset: '预设',
  ownSettings: '自定',
  bookSettings: '书中的设置',
  layer: (n) => `隐藏层 ${n}`,
  pointClass: (letter) => `${letter} 类`,
  cell: (row, column) => `第 ${row} 行第 ${column} 列`,
  on: '开',
  off: '关',
  none: '无',
  list: (items) => items.join('、'),
  transport: {
    play: '播放',
    playAgain: '播放（从头再来）',
    pause: '暂停',
    reset: '重置到同一起点',
    step: '走一步',
    stepBack: '退一步',
    phase: '这一步的下一环节',
    time: '时间',
    timeAt: (step, last) => `第 ${step} 步，共 ${last} 步`,
    speed: '速度',
    perSecond: (steps) => `每秒 ${steps} 步`,
    flatOut: '全速',
    slow: '慢动作，逐个环节',
    short: { max: '全速', slow: '慢放', perSecond: (steps) => `${steps} 步/秒` },
    logScale: (metric) => `${metric}（对数刻度）`,
    guess: (guess) => `你的猜测：${guess}`,
  },
  steps: {
    update: '步数',
    round: '轮次',
    'environment-step': '步数',
    sweep: '遍数',
    epoch: '轮数',
    operation: '运算',
  },
  of: (last) => `共 ${last}`,
  metricOf: (metric, member) => `${member}：${metric}`,
  status: {
    idle: '尚未开始计算。',
    warming: '准备中',
    paused: '已暂停',
    done: (step) => `到第 ${step} 步结束。`,
    plain: '普通数值运算',
    plainForced: '这幅图只用普通数值运算，不需要计算后端。',
    fellBack: (used, wanted) => `${used}；此设备无法使用 ${wanted}。`,
    rate: (rate) => `每秒 ${rate} 步`,
    seed: (seed) => `随机种子 ${seed}`,
    device: '计算后端',
    auto: '自动选择',
    tensors: (count) => `现存张量 ${count} 个`,
    details: '详情',
    offscreen: '移出屏幕，暂候',
  },
  notes: {
    close: '关闭提示',
    restored: '已恢复你先前在此标签页中的设置。',
    toDefaults: '改用图的默认设置',
    param: {
      'out-of-range': (name, given, used, range) => `${name}：${given}超出范围${range}，改用 ${used}。`,
      'wrong-type': (name, given, used) => `${name}：${given}无法读取，改用 ${used}。`,
      'unknown-choice': (name, given, used) => `${name}：${given}不在可选项之中，改用“${used}”。`,
      'too-long': (name, given, used) => `${name}：${given}过长，已截为 ${used}。`,
    },
    unknownKeys: (keys) => `这幅图没有名为${keys}的设置，已忽略。链接可能来自本书的另一版本。`,
    strangers: (keys) => `链接中还有${keys}，但本页没有这样的图，已忽略。链接可能来自本书的另一版本。`,
    nothingToHide: (names) =>
      `链接要收起${names}，但本页没有这样的控件，已忽略。链接可能来自本书的另一版本。`,
    names: (names) => names.join('、'),
    range: (min, max) => `（${min} 至 ${max}）`,
    missing: (name, used) => `${name}：没有给出值，改用 ${used}。`,
    points: (count) => `${count} 个点`,
    unknownBackend: (given) => `backend=${given} 已忽略。可用的有 webgpu、webgl、wasm 和 cpu。`,
    heat: '全速运行会使手机发热、耗电。调慢一些更合适。',
    largeValues: (names) => `内容太大，放不进链接，只保存在此标签页中：${names}。`,
    unkept: (names) => `${names}太大，放不进链接，浏览器又不许本页保存内容，离开后就会丢失。`,
  },
  shareDialog: {
    title: '分享这幅图',
    link: '链接',
    copy: '复制',
    copied: '已复制',
    explain: '链接包含当前的全部设置。从头播放，每个人都会得到同一次运行，数值分毫不差。',
    plain: '你还没有改动设置：链接会打开书中原来的图。',
    byHand: '你在运行中亲手做的改动不在链接里。',
  },
  exportDialog: {
    title: '导出',
    png: '图片（PNG）',
    svg: '图片（SVG）',
    csv: '测量数据（CSV）',
    numbers: '图背后的数字',
    csvEmpty: '还没有测量数据。',
    modelEmpty: '先让它运行起来，才能带走模型。',
    failed: '此浏览器无法生成。',
  },
  numbers: {
    title: '图背后的数字',
    show: '数字',
    hide: '收起数字',
    empty: '还没有测量数据。',
    caption: (rows, all) =>
      rows === all ? `共 ${all} 次测量` : `共 ${all} 次测量，此处列出 ${rows} 次；导出文件包含全部`,
    settings: '设置',
    value: '数值',
  },
  summary: { title: '文字说明', show: '文字说明', hide: '收起说明' },
  keys: {
    title: '键盘快捷键',
    show: '键盘快捷键',
    playPause: '播放或暂停',
    step: '走一步',
    back: '退一步',
    reset: '重置到同一起点',
    seed: '换一个种子',
    preset: '下一个预设',
    present: '全屏投影',
    share: '分享',
    export: '导出',
    table: '以表格显示数字',
    describe: '以文字说明画面',
    faster: '加快',
    slower: '放慢',
    undo: '撤销',
    choose: '第一项选择',
    next: '下一幅图',
    previous: '上一幅图',
    leave: '回到正文',
    help: '显示此列表',
    space: '空格',
    where: '焦点在图上或投影时有效。',
  },
  undo: '撤销',
  previousFigure: '上一幅图',
  nextFigure: '下一幅图',
  previousSettings: '上一组设置',
  nextSettings: '更多设置',
}

export const playerStrings: Readonly<Record<Locale, PlayerStrings>> = { en, zh }
