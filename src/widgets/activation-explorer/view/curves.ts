import { asFunctions } from '../../../math/activation.ts'
import { getActivation } from '../../../math/activations/index.ts'
import type { SpecValues } from '../../../protocol/spec.ts'
import type { Locale } from '../../../protocol/view.ts'
import type spec from '../spec.ts'
import { REACH, SATURATION, type FunctionId } from '../spec.ts'

type Values = SpecValues<typeof spec>

/** A chosen function with its parameters in place. */
export interface Curve {
  readonly id: FunctionId
  readonly name: string
  readonly value: (x: number) => number
  readonly derivative: (x: number) => number
}

/** The chosen functions, each once, in the order of the book. */
export function chooseCurves(values: Values, locale: Locale): Curve[] {
  const parameters: Partial<Record<FunctionId, Readonly<Record<string, number>>>> = {
    'leaky-relu': { alpha: values.leakySlope },
    prelu: { alpha: values.preluSlope },
    elu: { alpha: values.eluDepth },
    silu: { beta: values.sharpness },
  }
  return [...new Set(values.functions)]
    .map((id) => ({ id, activation: getActivation(id) }))
    .sort((a, b) => a.activation.order - b.activation.order)
    .map(({ id, activation }) => ({
      id,
      name: activation.labels[locale],
      ...asFunctions(activation, parameters[id]),
    }))
}

/** The curve whose tangent is drawn: the one in focus if it is among the chosen, else the first. */
export function focusOf(curves: readonly Curve[], focus: FunctionId): Curve | undefined {
  return curves.find(({ id }) => id === focus) ?? curves[0]
}

const SAMPLES = 480
/** Where the curves are sampled: even steps over the x axis, 0 among them so that corners stay sharp. */
export const XS = Float64Array.from({ length: SAMPLES + 1 }, (_, i) => -REACH + (2 * REACH * i) / SAMPLES)

/** Slopes jump at a kink: the line is broken there instead of slanting across the jump. */
export function sampleDerivative(derivative: (x: number) => number): { x: number[]; y: number[] } {
  const x: number[] = []
  const y: number[] = []
  for (const at of XS) {
    const [before, after] = [derivative(at - 1e-9), derivative(at + 1e-9)]
    if (Math.abs(after - before) > 1e-3) {
      x.push(at, at, at)
      y.push(before, Number.NaN, after)
    } else {
      x.push(at)
      y.push(derivative(at))
    }
  }
  return { x, y }
}

export interface Tails {
  /** From here to the left the slope stays below SATURATION; absent if it does not at the axis's end. */
  readonly left?: number
  /** The same to the right. */
  readonly right?: number
}

/** Where a function is saturated towards either end of the x axis. */
export function findTails(derivative: (x: number) => number): Tails {
  const flat = (x: number): boolean => Math.abs(derivative(x)) < SATURATION
  // Inwards in coarse steps until the slope is steep enough, then halving the last step.
  const scan = (from: number, step: number): number | undefined => {
    if (!flat(from)) return undefined
    let [outer, inner] = [from, from + step]
    while (Math.abs(inner) < REACH && flat(inner)) [outer, inner] = [inner, inner + step]
    for (let halving = 0; halving < 30; halving++) {
      const middle = (outer + inner) / 2
      if (flat(middle)) outer = middle
      else inner = middle
    }
    return outer
  }
  const left = scan(-REACH, 0.05)
  const right = scan(REACH, -0.05)
  return { ...(left === undefined ? {} : { left }), ...(right === undefined ? {} : { right }) }
}
