import { read } from '../../../core/backend/read.ts'
import * as tf from '../../../core/backend/tf.ts'
import type { ConvNet } from '../../../core/models/convNet.ts'
import { softmax } from '../../../math/softmax.ts'
import type { PlannedLayer } from '../../../math/architecture.ts'
import { SIDE } from '../spec/params.ts'
import type { Filters, LayerMaps } from '../spec/traffic.ts'

/** Channels beyond these are not drawn. */
const MOST_CHANNELS = 32
const MOST_FILTERS = 32

/** What every layer gives for one image, and the answer. */
export async function lookInside(
  net: ConvNet,
  image: Float32Array,
): Promise<{ readonly maps: LayerMaps[]; readonly probabilities: Float32Array }> {
  const x = tf.tensor4d(image.slice(), [1, SIDE, SIDE, 1])
  const traced = net.trace(x)
  const values = await Promise.all(traced.map((tensor) => read(tensor)))
  tf.dispose([x, ...traced])
  const logits = values[values.length - 1]
  return {
    maps: net.stages.map(({ planned }, i) => packMaps(values[i], planned)),
    probabilities: Float32Array.from(softmax(logits)),
  }
}

/** [height, width, channels] → [channels, height, width], as bytes on a scale of the layer's own. */
function packMaps(values: Float32Array, { output: { height, width, channels } }: PlannedLayer): LayerMaps {
  const shown = Math.min(channels, MOST_CHANNELS)
  const limit = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const cells = height * width
  const packed = new Uint8Array(shown * cells)
  for (let channel = 0; channel < shown; channel++)
    for (let cell = 0; cell < cells; cell++) {
      const share = limit > 0 ? values[cell * channels + channel] / limit : 0
      packed[channel * cells + cell] = 128 + Math.round(127 * share)
    }
  return { height, width, channels, shown, values: packed, limit }
}

/** The first layer's weights as images, where that layer sees the image itself. */
export async function readFilters({ stages }: ConvNet): Promise<Filters | null> {
  const first = stages.find(({ layer }) => layer !== undefined)
  if (first?.layer === undefined) return null
  const { input, layer: asked } = first.planned
  const image = input.height === SIDE && input.width === SIDE && input.channels === 1
  const kernel = first.layer.weights['kernel']
  if (!image || (asked.kind !== 'conv' && asked.kind !== 'dense')) return null
  // Both kernels are [cells of the image that are seen, filters].
  const side = asked.kind === 'conv' ? asked.size : SIDE
  const filters = asked.kind === 'conv' ? asked.filters : asked.units
  const count = Math.min(filters, MOST_FILTERS)
  const weights = await read(kernel)
  const values = new Float32Array(count * side * side)
  for (let f = 0; f < count; f++)
    for (let cell = 0; cell < side * side; cell++)
      values[f * side * side + cell] = weights[cell * filters + f]
  return { side, count, values }
}
