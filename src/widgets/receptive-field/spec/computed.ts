import { measureField, type EffectiveField, type EffectiveLayer } from '../../../math/effectiveField.ts'
import { fieldSizes, seenCells, type FieldSize } from '../../../math/receptiveField.ts'
import { makeRng } from '../../../math/rng.ts'
import type { FieldValues } from '../spec.ts'

/** Fields beyond this are told in numbers only. */
export const MOST_CELLS = 61

export interface Computed {
  readonly layers: readonly EffectiveLayer[]
  /** After the input and after each layer. */
  readonly sizes: readonly FieldSize[]
  /** r of the last layer. */
  readonly size: number
  readonly drawn?: {
    /** The cells that the unit sees, from the input up. */
    readonly seen: readonly (readonly boolean[])[]
    readonly effective: EffectiveField
  }
}

export function compute({ layers: given, weights, draws, seed }: FieldValues): Computed {
  const layers = given.map((layer) => (layer.kind === 'pool' ? { ...layer, dilation: 1 } : layer))
  const sizes = fieldSizes(layers)
  const { size } = sizes[sizes.length - 1]
  if (size > MOST_CELLS) return { layers, sizes, size }
  const effective = measureField(layers, weights, draws, makeRng(seed, 'receptive-field'))
  return { layers, sizes, size, drawn: { seen: seenCells(layers), effective } }
}
