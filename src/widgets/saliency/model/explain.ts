import type { ConvNet } from '../../../core/models/convNet.ts'
import { toBytes } from '../../../math/image.ts'
import type { Rng } from '../../../math/rng.ts'
import { mean } from '../../../math/statistics.ts'
import type { Fading, Maps, RandomMaps, SaliencyFrame } from '../spec/frame.ts'
import { DIGITS, ERASURES, type SaliencyValues } from '../spec/params.ts'
import { PIXELS, toPixels, type Patch } from '../spec/places.ts'
import { eraseByMaps, inkOf } from './erase.ts'
import { coveredLogits, gradientAt } from './maps.ts'
import { logitsOf, randomiseTop } from './net.ts'
import { rankCorrelation } from './ranks.ts'
import { chooseMatter, scoreOf, toProbabilities, type Matter } from './score.ts'

interface Explanation {
  readonly maps: Maps
  readonly probabilities: Float32Array
  readonly covered: Float32Array
  readonly score: number
}

/** Everything that is shown of one image and the network that reads it. */
export async function explain(
  net: ConvNet,
  { image, label }: { readonly image: Float32Array; readonly label: number },
  values: SaliencyValues,
  rng: Rng,
): Promise<SaliencyFrame> {
  const matter = chooseMatter(values, await logitsOf(net, image))
  const patch = { size: values.patch, stride: Number(values.stride) }
  const own = await explainOne(net, image, matter, patch, values)
  const scores = async (images: Float32Array): Promise<Float32Array> =>
    measured(matter, await logitsOf(net, images), values)
  const byPixel = { product: own.maps.product, occlusion: toPixels(own.maps.occlusion, patch) }
  return {
    image: toBytes(image),
    label,
    ...matter,
    ...own,
    erasure:
      values.test === 'erase'
        ? await eraseByMaps(image, byPixel, values.erased, rng.split('erase'), scores)
        : null,
    random:
      values.test === 'random'
        ? await explainRandom(net, image, matter, patch, values, own.maps, rng.split('random'))
        : null,
    fading: values.test === 'sum' ? await fadeIn(net, image, matter, own.maps.product) : null,
  }
}

/** What is measured of images with these logits [count, 10]: [count]. */
function measured(
  matter: Matter,
  logits: Float32Array,
  { measure }: Pick<SaliencyValues, 'measure'>,
): Float32Array {
  const outputs = measure === 'logit' ? logits : toProbabilities(logits)
  return Float32Array.from({ length: logits.length / DIGITS }, (_, nth) => scoreOf(matter, outputs, nth))
}

async function explainOne(
  net: ConvNet,
  image: Float32Array,
  matter: Matter,
  patch: Patch,
  values: SaliencyValues,
): Promise<Explanation> {
  const logits = await logitsOf(net, image)
  const tone = { paper: 0, mean: mean(image), ink: 1 }[values.fill]
  const covered = await coveredLogits(net, image, patch, tone)
  const gradient = await gradientAt(net, image, matter)
  const [score] = measured(matter, logits, values)
  return {
    maps: {
      gradient,
      product: gradient.map((slope, pixel) => slope * image[pixel]),
      occlusion: measured(matter, covered, values).map((left) => score - left),
    },
    probabilities: toProbabilities(logits),
    covered: toProbabilities(covered),
    score,
  }
}

/** The same of a network whose upper layers are random, and how much the maps are alike (Adebayo et al., 2018). */
async function explainRandom(
  trained: ConvNet,
  image: Float32Array,
  matter: Matter,
  patch: Patch,
  values: SaliencyValues,
  own: Maps,
  rng: Rng,
): Promise<RandomMaps> {
  const net = randomiseTop(rng, trained, values.randomised, values.biases)
  try {
    const { maps, probabilities } = await explainOne(net, image, matter, patch, values)
    const ink = inkOf(image)
    const asPixels = ({ gradient, product, occlusion }: Maps) => [
      gradient,
      product,
      toPixels(occlusion, patch),
    ]
    const [before, after] = [asPixels(own), asPixels(maps)]
    const alike = Float32Array.from(before, (map, i) => rankCorrelation(map, after[i], ink))
    return { maps, probabilities, alike }
  } finally {
    net.dispose()
  }
}

/** The logits on the straight way from paper to the image, beside what the slope at its end foretells. */
async function fadeIn(
  net: ConvNet,
  image: Float32Array,
  matter: Matter,
  product: Float32Array,
): Promise<Fading> {
  const images = new Float32Array((ERASURES + 1) * PIXELS)
  for (let step = 0; step <= ERASURES; step++)
    images.set(
      image.map((ink) => (ink * step) / ERASURES),
      step * PIXELS,
    )
  const scores = measured(matter, await logitsOf(net, images), { measure: 'logit' })
  return { scores, sum: product.reduce((sum, part) => sum + part, 0) }
}
