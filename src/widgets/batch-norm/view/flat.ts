import { asFunctions } from '../../../math/activation.ts'
import { getActivation } from '../../../math/activations/index.ts'
import { REACH } from '../spec.ts'

const PLACES = 400
/** Below this share of its steepest slope a function is called flat. */
const FLAT = 0.05

/** Stretches of [−REACH, REACH] on which a function is flat: there a unit passes next to no gradient on. */
export function flatStretches(activation: string): [number, number][] {
  const { derivative } = asFunctions(getActivation(activation))
  const at = (place: number): number => REACH * ((2 * (place + 0.5)) / PLACES - 1)
  const slopes = Array.from({ length: PLACES }, (_, place) => Math.abs(derivative(at(place))))
  const steepest = Math.max(...slopes)
  const stretches: [number, number][] = []
  slopes.forEach((slope, place) => {
    if (slope >= FLAT * steepest) return
    const [low, high] = [at(place - 0.5), at(place + 0.5)]
    const last = stretches.at(-1)
    if (last && low - last[1] < 1e-9) last[1] = high
    else stretches.push([low, high])
  })
  return stretches
}
