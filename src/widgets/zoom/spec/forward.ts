import { convolve, type Cells } from '../../../math/convolution.ts'
import { imageOf } from '../../../math/drawnDigit.ts'
import { fromBytes } from '../../../math/image.ts'
import { pool } from '../../../math/pooling.ts'
import { softmax } from '../../../math/softmax.ts'
import { SIDE, STAGES, type Stage } from './stages.ts'
import type { LayerWeights, ZoomFrame } from './traffic.ts'

const SLIDE = { stride: 1, padding: 'valid', dilation: 1 } as const
const PIXELS = SIDE * SIDE

/** What every stage makes of an image, [height, width, channels] each, in the order of `STAGES`. */
export function travel({ layers }: ZoomFrame, image: Float32Array): readonly Cells[] {
  const volumes: Cells[] = [{ height: SIDE, width: SIDE, channels: 1, values: image }]
  for (const stage of STAGES.slice(1)) volumes.push(pass(stage, volumes[volumes.length - 1], layers))
  return volumes
}

/** The journeys through each frame that were last asked for: picture and summary want the same one. */
const journeys = new WeakMap<ZoomFrame, { readonly key: string; readonly volumes: readonly Cells[] }>()

/** What every stage makes of the reader's drawing, or of one of the frame's digits while nothing is drawn. */
export function travelOf(frame: ZoomFrame, drawing: string, digit: number): readonly Cells[] {
  const key = `${digit} ${drawing}`
  const known = journeys.get(frame)
  if (known?.key === key) return known.volumes
  const volumes = travel(frame, imageOf(drawing) ?? exampleOf(frame, digit))
  journeys.set(frame, { key, volumes })
  return volumes
}

/** [784], 0 paper to 1 ink. */
export const exampleOf = ({ examples }: ZoomFrame, digit: number): Float32Array =>
  fromBytes(examples.subarray(digit * PIXELS, (digit + 1) * PIXELS))

function pass(stage: Stage, from: Cells, layers: readonly LayerWeights[]): Cells {
  switch (stage.kind) {
    case 'conv':
    case 'dense':
      return filterAll(stage, from, layers[stage.weights])
    case 'relu':
      return { ...from, values: Float64Array.from(from.values, (value) => Math.max(0, value)) }
    case 'pool':
      return pool(from, 'max', stage.size, stage.stride)
    case 'softmax':
      return { ...from, values: softmax(from.values) }
    case 'image':
      return from
  }
}

function filterAll(stage: Stage, from: Cells, weights: LayerWeights): Cells {
  const { height, width, channels } = stage.output
  const values = new Float64Array(height * width * channels)
  for (let channel = 0; channel < channels; channel++) {
    const map = convolve(from, filterOf(stage, weights, channel), SLIDE, weights.bias[channel])
    for (let cell = 0; cell < height * width; cell++) values[cell * channels + channel] = map.values[cell]
  }
  return { height, width, channels, values }
}

/** The weights of one channel: [size, size, channels in]. */
export function filterOf({ size, input, output }: Stage, { kernel }: LayerWeights, channel: number): Cells {
  const values = new Float32Array(size * size * input.channels)
  for (let i = 0; i < values.length; i++) values[i] = kernel[i * output.channels + channel]
  return { height: size, width: size, channels: input.channels, values }
}

/** One channel as a map: [height × width]. */
export function mapOf({ height, width, channels, values }: Cells, channel: number): Float64Array {
  return Float64Array.from({ length: height * width }, (_, cell) => values[cell * channels + channel])
}

export const valueAt = ({ width, channels, values }: Cells, row: number, column: number, channel: number) =>
  values[(row * width + column) * channels + channel]
