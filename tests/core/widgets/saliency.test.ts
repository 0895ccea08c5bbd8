import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import * as tf from '../../../src/core/backend/tf.ts'
import { makeClassifier } from '../../../src/core/classifier.ts'
import { loadStrokes } from '../../../src/core/datasets/strokes.ts'
import type { ConvNet } from '../../../src/core/models/convNet.ts'
import { makeTrack } from '../../../src/core/run/track.ts'
import { makeRng } from '../../../src/math/rng.ts'
import { mean } from '../../../src/math/statistics.ts'
import { parseRecorded } from '../../../src/protocol/recorded.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import experiment from '../../../src/widgets/saliency/experiment.ts'
import { erase, inkOf, orderBy } from '../../../src/widgets/saliency/model/erase.ts'
import { explain } from '../../../src/widgets/saliency/model/explain.ts'
import { gradientAt } from '../../../src/widgets/saliency/model/maps.ts'
import { logitsOf, makeReader, randomiseTop } from '../../../src/widgets/saliency/model/net.ts'
import { rankCorrelation } from '../../../src/widgets/saliency/model/ranks.ts'
import {
  chooseMatter,
  scoreOf,
  toProbabilities,
  type Matter,
} from '../../../src/widgets/saliency/model/score.ts'
import { ERASURES, LEARNED, params, type SaliencyValues } from '../../../src/widgets/saliency/spec/params.ts'
import type { SaliencyFrame } from '../../../src/widgets/saliency/spec/frame.ts'
import { covered, PIXELS, placesAcross, SIDE, toPixels } from '../../../src/widgets/saliency/spec/places.ts'
import { NODE_BACKENDS, openInNode } from '../nodeBackend.ts'

const values: SaliencyValues = defaultValues(params)
const rng = makeRng(1)

/** A network after so many updates on strokes. */
async function trained(updates: number, biases = true): Promise<ConvNet> {
  const net = makeReader(rng.split('net'), biases)
  const strokes = await loadStrokes(1)
  const classifier = makeClassifier({ net, optimizer: 'adam', fused: biases })
  for (let i = 0; i < updates; i++) {
    const { images, labels } = strokes.take(16 * i, 16)
    classifier.update({ pixels: images, labels }, { rate: 0.003 })
  }
  classifier.dispose()
  return net
}

/** A digit that no training shows. */
async function testDigit(digit: number): Promise<{ image: Float32Array; label: number }> {
  const { images, labels } = (await loadStrokes(1, {}, 'test')).take(0, 40)
  const at = labels.indexOf(digit)
  return { image: images.slice(at * PIXELS, (at + 1) * PIXELS), label: digit }
}

const scoresOf = async (net: ConvNet, matter: Matter, images: Float32Array): Promise<number[]> => {
  const logits = await logitsOf(net, images)
  return Array.from({ length: images.length / PIXELS }, (_, nth) => scoreOf(matter, logits, nth))
}

describe.each(NODE_BACKENDS)('on %s', (id) => {
  let opened: OpenBackend
  beforeAll(async () => {
    opened = await openInNode(id)
  })
  afterAll(() => opened.close())

  it.each([
    [0, { target: 4, against: -1 }],
    [id === 'cpu' ? 10 : 60, { target: 4, against: 9 }],
  ])('after %i updates the gradient is the slope: %o', async (updates, matter) => {
    const net = await trained(updates)
    // On blank paper all units of a map are alike: every maximum is a tie, and there is no slope. A soiled sheet has one.
    const soil = makeRng(7, 'soil')
    const image = (await testDigit(4)).image.map((ink) => 0.8 * ink + 0.2 * soil.next())
    const gradient = await gradientAt(net, image, matter)
    // Away from where a ReLU or a maximum changes its mind the score is linear, and one side's slope is exact.
    const h = 1 / 256
    const probed = Array.from({ length: PIXELS / 4 }, (_, i) => 4 * i + (Math.floor((4 * i) / SIDE) % 4))
    const moved = new Float32Array(2 * probed.length * PIXELS)
    probed.forEach((pixel, nth) => {
      for (const side of [0, 1]) {
        moved.set(image, (2 * nth + side) * PIXELS)
        moved[(2 * nth + side) * PIXELS + pixel] += side === 0 ? h : -h
      }
    })
    const [score] = await scoresOf(net, matter, image)
    const scores = await scoresOf(net, matter, moved)
    net.dispose()
    const largest = Math.max(...gradient.map(Math.abs))
    expect(largest).toBeGreaterThan(0.1)
    const close = (a: number, b: number): boolean => Math.abs(a - b) < 0.002 * Math.max(1, largest)
    let [bent, wrong] = [0, 0]
    probed.forEach((pixel, nth) => {
      const [slope, up, down] = [gradient[pixel], scores[2 * nth], scores[2 * nth + 1]]
      if (close((up - score) / h, (score - down) / h)) {
        if (!close(slope, (up - down) / (2 * h))) wrong++
      } else {
        bent++
        if (!close(slope, (up - score) / h) && !close(slope, (score - down) / h)) wrong++
      }
    })
    // A pixel may have bends on both sides of it.
    expect(wrong).toBeLessThanOrEqual(probed.length * 0.02)
    expect(bent).toBeLessThan(probed.length / 3)
  })
})

describe('maps', () => {
  let opened: OpenBackend
  let net: ConvNet
  beforeAll(async () => {
    opened = await openInNode('wasm')
    net = await trained(150)
  })
  afterAll(() => {
    net.dispose()
    opened.close()
  })

  const frameOf = async (given: Partial<SaliencyValues>, digit = 4) =>
    explain(net, await testDigit(digit), { ...values, ...given }, rng)

  it.each([
    { patch: 6, stride: '4', fill: 'paper', measure: 'logit' },
    { patch: 3, stride: '4', fill: 'ink', measure: 'probability' },
    { patch: 5, stride: '2', fill: 'mean', measure: 'logit', against: 'second' },
  ] as const)('occlusion is what the network says of the covered image: %o', async (given) => {
    const { maps, score, target, against, covered: probabilities } = await frameOf(given)
    const { image } = await testDigit(4)
    const patch = { size: given.patch, stride: Number(given.stride) }
    const across = placesAcross(patch)
    expect(maps.occlusion.length).toBe(across * across)
    const tone = { paper: 0, mean: mean(image), ink: 1 }[given.fill]
    for (const [down, right] of [
      [0, 0],
      [3, 4],
      [across - 1, 2],
    ]) {
      const first = Math.floor((patch.stride - patch.size) / 2)
      const own = image.map((ink, pixel) => {
        const row = Math.floor(pixel / SIDE) - down * patch.stride - first
        const column = (pixel % SIDE) - right * patch.stride - first
        const inside = row >= 0 && row < patch.size && column >= 0 && column < patch.size
        return inside ? tone : ink
      })
      const logits = await logitsOf(net, own)
      const outputs = given.measure === 'logit' ? logits : toProbabilities(logits)
      const place = down * across + right
      expect(maps.occlusion[place]).toBeCloseTo(score - scoreOf({ target, against }, outputs), 4)
      const told = probabilities.slice(place * 10, place * 10 + 10)
      toProbabilities(logits).forEach((share, digit) => expect(told[digit]).toBeCloseTo(share, 5))
    }
  })

  it('gradient × input is the gradient times the ink, and is nothing on paper', async () => {
    const { maps, target, against } = await frameOf({ against: 'second' })
    const { image } = await testDigit(4)
    expect(maps.gradient).toEqual(await gradientAt(net, image, { target, against }))
    maps.product.forEach((part, pixel) => expect(part).toBe(Math.fround(maps.gradient[pixel] * image[pixel])))
  })

  it.each(['logit', 'probability'] as const)(
    'erasing begins at the %s and ends at blank paper',
    async (measure) => {
      const { erasure, score, target, against } = await frameOf({ test: 'erase', measure })
      const blank = await logitsOf(net, new Float32Array(PIXELS))
      const end = scoreOf({ target, against }, measure === 'logit' ? blank : toProbabilities(blank))
      for (const curve of [erasure?.product, erasure?.occlusion, erasure?.random]) {
        expect(curve?.length).toBe(ERASURES + 1)
        expect(curve?.[0]).toBeCloseTo(score, 4)
        expect(curve?.[ERASURES]).toBeCloseTo(end, 4)
      }
    },
  )

  it('erases the pixels that a map gives most to, and shows what is left', async () => {
    const { erasure, maps } = await frameOf({ test: 'erase', erased: 0.5 })
    const { image } = await testDigit(4)
    const ink = inkOf(image)
    const order = orderBy(maps.product, ink)
    const [first, last] = [order[0], order[order.length - 1]]
    for (const pixel of ink) {
      expect(maps.product[first]).toBeGreaterThanOrEqual(maps.product[pixel])
      expect(maps.product[last]).toBeLessThanOrEqual(maps.product[pixel])
    }
    const half = erase(image, order, Math.round(ink.length / 2))
    expect(inkOf(half).length).toBe(ink.length - Math.round(ink.length / 2))
    const { target, against } = await frameOf({})
    const [score] = await scoresOf(net, { target, against }, half)
    expect(erasure?.product[ERASURES / 2]).toBeCloseTo(score, 4)
    expect(Array.from(erasure?.left.subarray(0, PIXELS) ?? [], (byte) => byte > 0)).toEqual(
      Array.from(half, (rest) => Math.round(rest * 255) > 0),
    )
  })

  it('is asked for one test at a time', async () => {
    for (const test of ['erase', 'random', 'sum'] as const) {
      const { erasure, random, fading } = await frameOf({ test })
      expect([erasure !== null, random !== null, fading !== null]).toEqual(
        ['erase', 'random', 'sum'].map((name) => name === test),
      )
    }
  })

  it('a network of random top layers has the trained ones below, and leaves no tensor', async () => {
    const before = tf.memory().numTensors
    for (let top = 1; top <= LEARNED; top++) {
      const mixed = randomiseTop(rng, net, top, true)
      Object.keys(net.layers).forEach((name, at) => {
        const [own, other] = [net, mixed].map((of) => of.layers[name].weights['kernel'].dataSync())
        if (at < LEARNED - top) expect(own).toEqual(other)
        else expect(own).not.toEqual(other)
      })
      mixed.dispose()
    }
    for (const test of ['erase', 'random', 'sum'] as const) await frameOf({ test, stride: '4' })
    expect(tf.memory().numTensors).toBe(before)
  })

  it('without biases gradient × input adds up to the logit; with them it does not', async () => {
    const plain = await trained(20, false)
    const asked = { ...values, test: 'sum' } as const
    const homogeneous = await explain(plain, await testDigit(4), asked, rng)
    plain.dispose()
    const scores = homogeneous.fading?.scores
    expect(scores?.[0]).toBe(0)
    expect(homogeneous.fading?.sum).toBeCloseTo(homogeneous.score, 3)
    expect(scores?.[ERASURES / 2]).toBeCloseTo(homogeneous.score / 2, 3)
    const { fading, score } = await frameOf({ test: 'sum' })
    expect(fading?.scores[ERASURES]).toBeCloseTo(score, 4)
    expect(Math.abs((fading?.sum ?? 0) - (score - (fading?.scores[0] ?? 0)))).toBeGreaterThan(0.05)
  })
})

describe('what the chapter says', () => {
  it('of the recorded picture', () => {
    const path = 'chapters/convolutional-networks/frames/saliency.json'
    const frame = parseRecorded(readFileSync(path, 'utf8')).members[0].frame as SaliencyFrame
    expect([frame.label, frame.target, frame.against]).toEqual([4, 4, 9])
    expect(frame.probabilities[4]).toBeCloseTo(0.983, 3)
    // What speaks most for the 4 is where its bar crosses the stem and goes on to the right.
    for (const at of [frame.maps.product, frame.maps.gradient].map((map) => map.indexOf(Math.max(...map)))) {
      expect(Math.abs(Math.floor(at / SIDE) - 15)).toBeLessThanOrEqual(2)
      expect(at % SIDE).toBeGreaterThanOrEqual(18)
    }
    const { product, occlusion, random } = frame.erasure ?? {}
    const fifth = ERASURES / 5
    expect(frame.score).toBeCloseTo(4.7, 1)
    expect(product?.[fifth]).toBeCloseTo(-1.1, 1)
    expect(occlusion?.[fifth]).toBeCloseTo(2.2, 1)
    expect(random?.[fifth]).toBeCloseTo(4.2, 1)
  })

  it('of fifty digits: in how many the runner-up is ahead when a fifth of the ink is erased', async () => {
    const opened = await openInNode('wasm')
    const asked = { ...values, against: 'second' } as const
    const run = { experiment, values: asked, member: 0, backend: 'wasm', report: () => undefined } as const
    const track = await makeTrack(run)
    await track.advance(300)
    const ahead = { product: 0, occlusion: 0, random: 0 }
    for (let digit = 0; digit < 50; digit++) {
      const { erasure } = (await track.frame({ values: { ...asked, digit }, width: 624 })) as SaliencyFrame
      for (const way of ['product', 'occlusion', 'random'] as const)
        if ((erasure?.[way][ERASURES / 5] ?? 0) < 0) ahead[way]++
    }
    const asLooked = async (given: Partial<SaliencyValues>) =>
      (await track.frame({ values: { ...asked, ...given }, width: 624 })) as SaliencyFrame
    const { random, image } = await asLooked({ test: 'random', randomised: LEARNED })
    const [paper, grey, ink] = await Promise.all(
      (['paper', 'mean', 'ink'] as const).map(async (fill) =>
        toPixels((await asLooked({ fill })).maps.occlusion, { size: values.patch, stride: 2 }),
      ),
    )
    await track.advance(1000)
    const trained = await asLooked({ digit: 0 })
    track.run.dispose()
    opened.close()
    // “After 1,000 updates the runner-up is a 7.”
    expect([trained.label, trained.target, trained.against]).toEqual([4, 4, 7])
    const inked = inkOf(Float32Array.from(image))
    expect(rankCorrelation(paper, grey, inked)).toBeGreaterThan(0.9)
    expect(rankCorrelation(paper, ink, inked)).toBeLessThan(0.2)
    expect(Math.abs(random?.alike[1] ?? 1)).toBeLessThan(0.3)
    // “About forty”, “about thirty”, “hardly any”.
    expect(Math.abs(ahead.product - 40)).toBeLessThanOrEqual(4)
    expect(Math.abs(ahead.occlusion - 30)).toBeLessThanOrEqual(4)
    expect(ahead.random).toBeLessThanOrEqual(5)
  })
})

describe('questions', () => {
  const logits = Float32Array.from([1, 5, 2, 9, 0, 7, 3, 4, 8, 6])
  it('asks for the answer, for the runner-up, or for any digit', () => {
    const ask = (target: SaliencyValues['target'], against: SaliencyValues['against']) =>
      chooseMatter({ target, against }, logits)
    expect(ask('answer', 'none')).toEqual({ target: 3, against: -1 })
    expect(ask('answer', 'second')).toEqual({ target: 3, against: 8 })
    expect(ask('8', 'second')).toEqual({ target: 8, against: 3 })
    expect(ask('8', '8')).toEqual({ target: 8, against: -1 })
    expect(scoreOf(ask('5', '2'), logits)).toBe(5)
    expect(scoreOf(ask('5', 'none'), logits)).toBe(7)
  })
})

describe('places', () => {
  it('a patch is centred on its cell and ends where the image ends', () => {
    expect(covered(0, { size: 6, stride: 2 })).toEqual([0, 4])
    expect(covered(5, { size: 6, stride: 2 })).toEqual([8, 14])
    expect(covered(27, { size: 5, stride: 1 })).toEqual([25, 28])
    expect(covered(1, { size: 1, stride: 4 })).toEqual([5, 6])
  })
  it('each pixel has the number of its place', () => {
    const patch = { size: 3, stride: 4 }
    const pixels = toPixels(
      Array.from({ length: 49 }, (_, place) => place),
      patch,
    )
    expect([pixels[0], pixels[3], pixels[4], pixels[4 * SIDE], pixels[PIXELS - 1]]).toEqual([0, 0, 1, 7, 48])
  })
})

describe('rank correlation', () => {
  const over = [0, 1, 2, 3, 4]
  const of = (a: number[], b: number[]): number =>
    rankCorrelation(Float32Array.from(a), Float32Array.from(b), over)
  it('knows the same order, the opposite one, and none', () => {
    expect(of([1, 2, 3, 4, 5], [1, 4, 9, 16, 25])).toBeCloseTo(1, 12)
    expect(of([1, 2, 3, 4, 5], [5, 4, 3, 2, 1])).toBeCloseTo(-1, 12)
    expect(of([1, 2, 3, 4, 5], [7, 7, 7, 7, 7])).toBe(0)
  })
  it('is 1 − 6Σd²/(n(n² − 1)) without ties, and shares places with them', () => {
    expect(of([1, 2, 3, 4, 5], [2, 1, 4, 3, 5])).toBeCloseTo(1 - (6 * 4) / 120, 12)
    // Places 0.5 0.5 2 3 4 against 0 1 2 3 4.
    expect(of([1, 1, 2, 3, 4], [1, 2, 3, 4, 5])).toBeCloseTo(9.5 / Math.sqrt(9.5 * 10), 12)
  })
})
