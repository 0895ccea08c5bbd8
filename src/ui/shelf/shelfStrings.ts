import type { UiLocale } from '../strings.ts'

interface ShelfStrings {
  readonly choose: string
  readonly stays: string
  readonly keep: string
  readonly keepHelp: string
  readonly blocked: string
  readonly forget: string
}

export const shelfStrings: Readonly<Record<UiLocale, ShelfStrings>> = {
  en: {
    choose: 'Choose files',
    stays:
      'Or drop them here. They are sent nowhere: this page reads them on your device, and links do not contain them.',
    keep: 'Remember the files on this device',
    keepHelp: 'Otherwise they are forgotten as soon as you leave the page.',
    blocked:
      'This browser keeps nothing for the page, or has no room. The files stay usable until you leave it.',
    forget: 'Forget the files',
  },
  zh: {
    choose: '选择文件',
    stays: '也可以把文件拖到这里。文件不会上传：只在你的设备上由本页读取，链接里也没有它们。',
    keep: '在此设备上记住这些文件',
    keepHelp: '不勾选的话，离开本页就忘掉。',
    blocked: '浏览器不让本页保存内容，或者空间不够。离开本页之前，文件照常可用。',
    forget: '忘掉这些文件',
  },
}
