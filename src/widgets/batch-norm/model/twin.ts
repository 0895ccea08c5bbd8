import { initializers, type Initializer } from '../../../core/initializers.ts'
import { makeMlp, type Mlp } from '../../../core/models/mlp.ts'
import type { Rng } from '../../../math/rng.ts'
import type { SpecValues } from '../../../protocol/spec.ts'
import type spec from '../spec.ts'
import { UNITS, type ActivationId } from '../spec.ts'

export type Values = SpecValues<typeof spec>

/** The start that keeps the signal's size: He for functions that cut off below 0, else Xavier. */
const matched = (activation: ActivationId): Initializer =>
  initializers[activation === 'tanh' || activation === 'sigmoid' ? 'xavier-normal' : 'he-normal']

/** Both twins draw the same weights; the size of the draw is the reader's. Scale 1, offset 0 leave them alike but for the statistics. */
export function makeTwin(rng: Rng, { layers, activation, weightScale }: Values, normalised: boolean): Mlp {
  const start = matched(activation)
  return makeMlp(rng, {
    sizes: [2, ...Array.from({ length: layers }, () => UNITS), 1],
    activation,
    initializer: (stream, size, fanIn, fanOut) =>
      start(stream, size, fanIn, fanOut).map((weight) => weight * weightScale),
    batchNorm: normalised,
  })
}
