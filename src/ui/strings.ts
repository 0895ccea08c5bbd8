/** Words that controls need by themselves; labels and values come from their callers. */
export interface UiStrings {
  notANumber: string
  wholeNumber: string
  outside: (min: string, max: string) => string
  value: (label: string) => string
  backToDefault: string
  fewer: (label: string) => string
  more: (label: string) => string
  newSeed: string
  addLayer: string
  removeLayer: (label: string) => string
  activation: string
  close: string
  scrubHelp: string
}

const en: UiStrings = {
  notANumber: 'That is not a number.',
  wholeNumber: 'A whole number from 0 on, please.',
  outside: (min, max) => `Between ${min} and ${max}, please.`,
  value: (label) => `${label}, value`,
  backToDefault: 'Double-click: back to the default',
  fewer: (label) => `Fewer: ${label}`,
  more: (label) => `More: ${label}`,
  newSeed: 'New seed',
  addLayer: 'Add a layer',
  removeLayer: (label) => `Remove ${label}`,
  activation: 'Activation',
  close: 'Close',
  scrubHelp: 'Drag to change, Enter to type',
}

const zh: UiStrings = {
  notANumber: '这不是一个数。',
  wholeNumber: '请输入不小于 0 的整数。',
  outside: (min, max) => `请取 ${min} 到 ${max} 之间的值。`,
  value: (label) => `${label}的值`,
  backToDefault: '双击恢复默认值',
  fewer: (label) => `减少${label}`,
  more: (label) => `增加${label}`,
  newSeed: '换一个种子',
  addLayer: '添加一层',
  removeLayer: (label) => `删除${label}`,
  activation: '激活函数',
  close: '关闭',
  scrubHelp: '拖动调节，回车输入',
}

export const uiStrings = { en, zh }
export type UiLocale = keyof typeof uiStrings
