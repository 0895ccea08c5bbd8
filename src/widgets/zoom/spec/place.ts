import { ANSWER, STAGES, type StageKind } from './stages.ts'

/** From the whole to one number. */
export const LEVELS = ['network', 'layer', 'channel', 'sum'] as const
export type Level = (typeof LEVELS)[number]

/** Where in the network the reader looks. */
export interface Place {
  readonly level: Level
  /** Index of a stage. */
  readonly layer: number
  /** Of that stage; for the last two the digit. */
  readonly channel: number
  readonly row: number
  readonly column: number
  /** Channel of the stage before whose products are written out. */
  readonly slice: number
}

/** The image has nothing behind its pixels, and the softmax has no map. */
export function levelsOf(kind: StageKind): readonly Level[] {
  if (kind === 'image') return ['network', 'layer']
  return kind === 'softmax' ? ['network', 'layer', 'sum'] : LEVELS
}

/** The nearest place that there is: links and neighbours may name one beyond a map's edge. */
export function clampPlace(place: Place): Place {
  const layer = Math.min(ANSWER, Math.max(0, place.layer))
  const { kind, input, output } = STAGES[layer]
  const levels = levelsOf(kind)
  return {
    level: levels.includes(place.level) ? place.level : 'layer',
    layer,
    channel: place.channel % output.channels,
    row: Math.min(output.height - 1, Math.max(0, place.row)),
    column: Math.min(output.width - 1, Math.max(0, place.column)),
    slice: kind === 'conv' || kind === 'dense' ? place.slice % input.channels : 0,
  }
}

export const up = (place: Place): Place => climb(place, -1)
export const down = (place: Place): Place => climb(place, 1)

function climb(place: Place, by: -1 | 1): Place {
  const levels = levelsOf(STAGES[place.layer].kind)
  const at = Math.min(levels.length - 1, Math.max(0, levels.indexOf(place.level) + by))
  return { ...place, level: levels[at] }
}

/** The unit in the middle of what this one sees, at the same level. */
export function before(place: Place): Place {
  const { kind, size, stride } = STAGES[place.layer]
  const middle = Math.floor((size - 1) / 2)
  return clampPlace({
    ...place,
    layer: place.layer - 1,
    channel: kind === 'conv' || kind === 'dense' ? place.slice : place.channel,
    row: place.row * stride + middle,
    column: place.column * stride + middle,
  })
}

/** A unit of the next stage that sees this one, at the same level; of the digits the one that is answered. */
export function after(place: Place, answer: number): Place {
  if (place.layer === ANSWER) return place
  const { kind, size, stride } = STAGES[place.layer + 1]
  const middle = Math.floor((size - 1) / 2)
  return clampPlace({
    ...place,
    layer: place.layer + 1,
    channel: kind === 'dense' ? answer : place.channel,
    row: Math.floor((place.row - (stride === 1 ? middle : 0)) / stride),
    column: Math.floor((place.column - (stride === 1 ? middle : 0)) / stride),
    slice: place.channel,
  })
}
