import type { UiLocale } from '../strings.ts'

interface PadStrings {
  readonly pad: string
  readonly padHint: string
  readonly penDown: string
  readonly penUp: string
  readonly undo: string
  readonly clear: string
  readonly picture: string
  readonly noInk: string
  readonly next: string
  readonly sees: string
  readonly seesLabel: string
}

export const padStrings: Readonly<Record<UiLocale, PadStrings>> = {
  en: {
    pad: 'Pad to draw a digit on: with a mouse, finger or pen; or move the cross with the arrow keys, and press Enter to lower or lift the pen',
    padHint: 'Draw a digit here',
    penDown: 'Pen down',
    penUp: 'Pen up',
    undo: 'Take back the last stroke',
    clear: 'Clear',
    picture: 'Or a picture of a digit: a file, or the camera',
    noInk: 'Nothing in this picture stands out from its paper.',
    next: 'Another digit',
    sees: 'what the network sees',
    seesLabel: 'The image that the network reads, 28 × 28 pixels',
  },
  zh: {
    pad: '手写板：用鼠标、手指或笔写一个数字；也可以用方向键移动十字，按回车键落笔或提笔',
    padHint: '在这里写一个数字',
    penDown: '落笔',
    penUp: '提笔',
    undo: '撤销上一笔',
    clear: '清除',
    picture: '或者用一张数字的图片：文件或摄像头',
    noInk: '这张图片里没有与底色分得开的笔迹。',
    next: '换一个数字',
    sees: '网络看到的图像',
    seesLabel: '网络读到的图像，28 × 28 像素',
  },
}
