import { fill } from '../../../i18n/fill.ts'
import { formatNumber, formatPercent } from '../../../i18n/number.ts'
import { travelOf, valueAt } from '../spec/forward.ts'
import type { ZoomValues } from '../spec/params.ts'
import { clampPlace } from '../spec/place.ts'
import { ANSWER, STAGES, type StageKind } from '../spec/stages.ts'
import type { ZoomFrame } from '../spec/traffic.ts'
import { decimals } from './shared.ts'

/** What a summary is told. */
export interface Summarized {
  readonly values: ZoomValues
  readonly members: readonly { readonly id: string; readonly frame: ZoomFrame | null }[]
  readonly step: number
}

/** The sentences of one language. */
interface Sentences {
  readonly untrained: string
  readonly trained: string
  readonly reads: string
  readonly drawing: string
  readonly example: string
  readonly layer: string
  readonly unit: string
  readonly digit: string
  readonly kinds: Readonly<Record<StageKind, string>>
  /** Between two sentences. */
  readonly space: string
}

/** What is seen, in words: how far the network is, what it reads, and where in it the reader stands. */
export const summaryOf =
  (say: Sentences) =>
  ({ values, members: [member], step }: Summarized): string => {
    const trained = step === 0 ? say.untrained : fill(say.trained, { step: formatNumber(step) })
    const frame = member?.frame
    if (!frame) return trained
    const volumes = travelOf(frame, values.drawing, values.digit)
    const odds = Array.from(volumes[ANSWER].values)
    const best = odds.indexOf(Math.max(...odds))
    const what = values.drawing === '' ? fill(say.example, { digit: values.digit }) : say.drawing
    const reads = fill(say.reads, { what, best, share: formatPercent(odds[best]) })
    const { level, layer, channel, row, column } = clampPlace(values)
    if (level === 'network') return trained + say.space + reads
    const { kind } = STAGES[layer]
    const place = {
      n: layer,
      kind: say.kinds[kind],
      channel: channel + 1,
      digit: channel,
      row: row + 1,
      column: column + 1,
      value: decimals(valueAt(volumes[layer], row, column, channel), 3),
    }
    const sentence = level === 'layer' ? say.layer : layer >= ANSWER - 1 ? say.digit : say.unit
    return [trained, reads, fill(sentence, place)].join(say.space)
  }
