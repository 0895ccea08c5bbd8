import type { UiLocale } from '../strings.ts'
import type { PictureProblem } from './readPicture.ts'

interface PictureStrings {
  readonly choose: string
  readonly camera: string
  readonly take: string
  readonly dropHere: string
  readonly stays: string
  readonly polarity: string
  readonly automatic: string
  readonly darkOnLight: string
  readonly lightOnDark: string
  readonly guessed: (light: boolean) => string
  readonly scaled: (from: string, to: string) => string
  readonly problems: Readonly<Record<PictureProblem, string>>
}

export const pictureStrings: Readonly<Record<UiLocale, PictureStrings>> = {
  en: {
    choose: 'Choose a picture',
    camera: 'Use the camera',
    take: 'Take the picture',
    dropHere: 'Or drop a picture here, or paste one.',
    stays: 'It is not sent anywhere; the figure keeps no more of it than the cells it shows.',
    polarity: 'The picture is',
    automatic: 'Guess',
    darkOnLight: 'Dark on light',
    lightOnDark: 'Light on dark',
    guessed: (light) => (light ? 'Taken for light on dark, and inverted.' : 'Taken for dark on light.'),
    scaled: (from, to) => `Made smaller: from ${from} to ${to} pixels.`,
    problems: {
      empty: 'This file is empty.',
      'no-picture': 'This is no PNG, JPEG or WebP, whatever its name says.',
      'too-heavy': 'This file is larger than 32 MB. Please give a smaller one.',
      'too-large':
        'This picture has more than 100 million pixels: too many to open in a page. Please make it smaller.',
      unreadable: 'This file begins like a picture, but can’t be read. It may be damaged.',
      'camera-refused': 'The browser was not allowed to use the camera. You can allow it beside the address.',
      'camera-absent': 'No camera was found.',
      'camera-busy': 'The camera can’t be opened. Another program may be using it.',
      'camera-unavailable': 'This browser gives a page no camera here; a secure address (https) is needed.',
    },
  },
  zh: {
    choose: '选一张图片',
    camera: '用摄像头',
    take: '拍下来',
    dropHere: '也可以把图片拖到这里，或者粘贴进来。',
    stays: '图片不会上传；留下的只有图中显示的那些格子。',
    polarity: '图片是',
    automatic: '自动判断',
    darkOnLight: '浅底深字',
    lightOnDark: '深底浅字',
    guessed: (light) => (light ? '看来是深底浅字，已经反相。' : '看来是浅底深字。'),
    scaled: (from, to) => `已缩小：从 ${from} 到 ${to} 像素。`,
    problems: {
      empty: '这个文件是空的。',
      'no-picture': '不管文件名怎么写，它不是 PNG、JPEG 或 WebP 图片。',
      'too-heavy': '文件超过 32 MB，请换一个小些的。',
      'too-large': '这张图片超过一亿像素，网页里打不开。请先把它缩小。',
      unreadable: '文件开头像是图片，却读不出来，可能已经损坏。',
      'camera-refused': '浏览器没有得到使用摄像头的许可，可以在地址栏旁边重新允许。',
      'camera-absent': '没有找到摄像头。',
      'camera-busy': '摄像头打不开，也许别的程序正在使用。',
      'camera-unavailable': '浏览器在这里不向网页提供摄像头，要用安全地址（https）才行。',
    },
  },
}
