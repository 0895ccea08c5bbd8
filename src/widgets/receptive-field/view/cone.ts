import { spanOf } from '../../../math/convolution.ts'
import type { FieldLayer } from '../../../math/receptiveField.ts'

/** A unit of a map, along one side; level 0 is the input. */
export interface ConeUnit {
  readonly level: number
  readonly index: number
}

/** Which cells of each level at or below a unit it sees. */
export function seenFrom(
  layers: readonly FieldLayer[],
  maps: readonly (readonly boolean[])[],
  { level, index }: ConeUnit,
): readonly (readonly boolean[])[] {
  const lit = maps.slice(0, level + 1).map((map) => map.map(() => false))
  lit[level][index] = true
  for (let above = level; above > 0; above--) {
    const { kernel, stride, dilation } = layers[above - 1]
    lit[above].forEach((seen, unit) => {
      if (seen) for (let k = 0; k < kernel; k++) lit[above - 1][unit * stride + k * dilation] = true
    })
  }
  return lit
}

/** Where each unit stands, over the middle of what it reads; and the side of its square, in px. */
export function layCone(
  layers: readonly FieldLayer[],
  maps: readonly (readonly boolean[])[],
  room: { readonly left: number; readonly width: number; readonly height: number; readonly tick: number },
): {
  readonly places: readonly (readonly { readonly x: number; readonly y: number }[])[]
  readonly size: number
} {
  const unit = room.width / maps[0].length
  const rows = room.height / maps.length
  let [first, jump] = [0.5, 1]
  const places = maps.map((map, level) => {
    if (level > 0) {
      const { kernel, stride, dilation } = layers[level - 1]
      first += ((spanOf(kernel, dilation) - 1) / 2) * jump
      jump *= stride
    }
    const y = room.height - (level + 0.5) * rows
    return map.map((_, index) => ({ x: room.left + (first + index * jump) * unit, y }))
  })
  return { places, size: Math.max(3, Math.min(14, unit * 0.8)) }
}
