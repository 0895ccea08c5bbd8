import type { Cells } from '../../../math/convolution.ts'
import type { Locale } from '../../../protocol/view.ts'
import type { ZoomValues } from '../spec/params.ts'
import type { Place } from '../spec/place.ts'
import { STAGES } from '../spec/stages.ts'
import type { ZoomFrame } from '../spec/traffic.ts'
import type { Text } from '../strings/shared.ts'

/** What every level of the figure is drawn from. */
export interface Sight {
  readonly place: Place
  readonly frame: ZoomFrame
  /** What each stage makes of the image. */
  readonly volumes: readonly Cells[]
  /** The digit that the network gives the largest probability. */
  readonly answer: number
  /** The deep end of the colour scale of all maps. */
  readonly limit: number
  readonly step: number
  readonly values: ZoomValues
  readonly width: number
  /** Before an audience, the height to fill. */
  readonly height: number | undefined
  readonly big: boolean
  readonly locale: Locale
  readonly text: Text
  readonly go: (to: Partial<Place>) => void
  readonly set: (values: Partial<ZoomValues>) => void
}

/** Below this the parts of a level stand under one another. */
export const NARROW = 520

/** The scale ends before the largest number, and what lies beyond takes its end: a few large ones would pale the rest. */
const BEYOND = 0.4

/** One scale for all maps, so that a tone is a number wherever it is seen; a round end, so that it seldom changes. */
export function limitOf(volumes: readonly Cells[]): number {
  let most = 0
  volumes.forEach(({ values }, layer) => {
    if (STAGES[layer].kind === 'image' || STAGES[layer].output.height === 1) return
    for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]))
  })
  return roundUp(BEYOND * most)
}

/** The next of 1, 2, 5, 10, 20… */
export function roundUp(value: number): number {
  if (!(value > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 5].find((step) => step * power >= value) ?? 10) * power
}

export const largestOf = (values: ArrayLike<number>): number => {
  let most = 0
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i] ?? 0))
  return most
}

export const shapeOf = (layer: number, space = ' '): string => {
  const { height, width, channels } = STAGES[layer].output
  return (height === 1 ? [channels] : [height, width, channels]).join(`${space}×${space}`)
}
