import { planNetwork, type Architecture, type NetLayer, type Volume } from '../../../math/architecture.ts'

/** Columns and rows of an image. */
export const SIDE = 28
export const DIGITS = 10

const IMAGE: Volume = { height: SIDE, width: SIDE, channels: 1 }
const conv = (filters: number, size: number): NetLayer => ({
  kind: 'conv',
  filters,
  size,
  stride: 1,
  dilation: 1,
  padding: 'valid',
  activation: 'relu',
})
const pool: NetLayer = { kind: 'pool', how: 'max', size: 2, stride: 2, padding: 'valid' }

export const PLAN = planOf([conv(8, 5), pool, conv(12, 3), pool])

function planOf(layers: readonly NetLayer[]): Architecture {
  const { plan } = planNetwork(IMAGE, layers, DIGITS)
  if (!plan) throw new RangeError('These layers make no network.')
  return plan
}

export type StageKind = 'image' | 'conv' | 'relu' | 'pool' | 'dense' | 'softmax'

/** One thing that is done to the image on its way. A convolution and its activation are two. */
export interface Stage {
  readonly kind: StageKind
  readonly input: Volume
  readonly output: Volume
  /** Side of the window that one of its numbers sees of the stage before, and how far apart windows lie. */
  readonly size: number
  readonly stride: number
  /** Which of the layers with weights it is; −1 where nothing is learned. */
  readonly weights: number
}

/**
 * 28 × 28 → 24 × 24 × 8 → ReLU → 12 × 12 × 8 → 10 × 10 × 12 → ReLU → 5 × 5 × 12 → 10 → softmax. The dense layer is a
 * convolution whose window covers all there is.
 */
export const STAGES: readonly Stage[] = listStages()
/** Index of the last one, whose numbers are the answer. */
export const ANSWER = STAGES.length - 1

function listStages(): readonly Stage[] {
  const stages: Stage[] = [{ kind: 'image', input: IMAGE, output: IMAGE, size: 1, stride: 1, weights: -1 }]
  let weights = 0
  for (const { layer, input, output } of PLAN.layers) {
    if (layer.kind === 'conv') {
      stages.push({ kind: 'conv', input, output, size: layer.size, stride: 1, weights: weights++ })
      stages.push({ kind: 'relu', input: output, output, size: 1, stride: 1, weights: -1 })
    } else if (layer.kind === 'pool') {
      stages.push({ kind: 'pool', input, output, size: layer.size, stride: layer.stride, weights: -1 })
    } else stages.push({ kind: 'dense', input, output, size: input.height, stride: 1, weights: weights++ })
  }
  const { output } = stages[stages.length - 1]
  return [...stages, { kind: 'softmax', input: output, output, size: 1, stride: 1, weights: -1 }]
}
