import type { Paint } from './pixels.ts'

/** One unit of a network graph. */
export interface NetworkUnit {
  /** Heard when the unit is focused: "hidden 1, unit 3". */
  readonly label: string
  /** In italics beside it: `x_1`. */
  readonly symbol?: string
  /** Its answer over the plane, as a small map. Keep it stable. */
  readonly paint?: Paint
  /** Instead of a map: its value, −1…1. */
  readonly value?: number
  /** Dropped or dead: crossed out. */
  readonly off?: boolean
  /** Saturated: its edge is dashed. */
  readonly flat?: boolean
}

/** One weight: from a unit of layer `gap` to a unit of the next. */
export interface NetworkLink {
  readonly gap: number
  readonly from: number
  readonly to: number
}

export interface NetworkLayer {
  readonly id: string
  readonly name: string
  readonly units: readonly NetworkUnit[]
}

/** A unit with its upper left corner in px. */
export interface UnitPlace {
  readonly key: string
  readonly layer: number
  readonly index: number
  readonly x: number
  readonly y: number
  /** Its symbol stands below rather than above. */
  readonly below: boolean
  readonly unit: NetworkUnit
}

interface Options {
  layers: readonly NetworkLayer[]
  width: number
  height: number
  rightRoom: number
  /** Kept free at the left: then the symbols of the first and the last layer stand beside their units. */
  leftRoom?: number
  /** The last weights run on to the picture at the right; so they do if there is room for one, unless said. */
  toOutlet?: boolean
  /** Height of the line of names. */
  head: number
  big: boolean
}

interface NetworkLayout {
  units: UnitPlace[]
  /** Side of a unit. */
  size: number
  columns: { id: string; name: string; x: number }[]
  /** Where the weights of the last layer end, when the output has its own picture. */
  outlet: { x: number; y: number } | null
}

/** Columns of units with one pitch, centred; units shrink before they touch. Pure. */
export function layOutNetwork(options: Options): NetworkLayout {
  const { layers, width, height, rightRoom, leftRoom = 0, toOutlet = rightRoom > 0, head, big } = options
  const most = Math.max(1, ...layers.map(({ units }) => units.length))
  const room = height - head
  const left = width - rightRoom - leftRoom
  const wanted = big ? 64 : left > 300 || width > 640 ? 44 : 40
  const gap = Math.max(2, Math.min(8, room / most / 6))
  const size = Math.max(6, Math.min(wanted, room / most - gap, left / Math.max(1, layers.length) - 12))
  const pitch = most > 1 ? Math.min((room - size) / (most - 1), size * 2.2) : 0
  const slots = toOutlet ? layers.length : Math.max(1, layers.length - 1)
  const stride = (left - (toOutlet ? 0 : size)) / slots
  const columns = layers.map(({ id, name }, layer) => ({ id, name, x: leftRoom + layer * stride }))
  const units = layers.flatMap((layer, at) =>
    layer.units.map((unit, index) => ({
      key: `${at}-${index}`,
      layer: at,
      index,
      x: leftRoom + at * stride,
      y: head + room / 2 + (index - (layer.units.length - 1) / 2) * pitch - size / 2,
      below: index > 0 && index === layer.units.length - 1,
      unit,
    })),
  )
  return { units, size, columns, outlet: toOutlet ? { x: leftRoom + left, y: head + room / 2 } : null }
}
