import type { ImageBatch } from '../../../core/classifier.ts'
import type { LabelledImages } from '../../../math/idx.ts'
import type { Rng } from '../../../math/rng.ts'
import { PIXELS } from '../../../math/strokes/strokes.ts'
import { TESTED } from '../spec/params.ts'

/** Images that exist already. They are handed out some at a time: all of them as numbers could take too much memory. */
export interface ImageSet {
  /** [count] */
  readonly labels: Uint8Array
  take(from: number, count: number): ImageBatch
}

export const imagesIn = ({ pixels, labels }: ImageBatch): ImageSet => ({
  labels,
  take: (from, count) => ({
    pixels: pixels.subarray(from * PIXELS, (from + count) * PIXELS),
    labels: labels.subarray(from, from + count),
  }),
})

/** Those of the reader's images that have these numbers. */
export const chosenImages = (own: LabelledImages, numbers: Int32Array): ImageSet => ({
  labels: Uint8Array.from(numbers, (number) => own.labels[number]),
  take: (from, count) => takeOwn(own, count, (i) => numbers[from + i]),
})

/** The same images again and again, each time in another order: number `from` and those after it. */
export function inTurn(own: LabelledImages, numbers: Int32Array, rng: Rng): ImageSet['take'] {
  const { length } = numbers
  let turn = -1
  let order: ArrayLike<number> = []
  const numberAt = (place: number): number => {
    const wanted = Math.floor(place / length)
    if (wanted !== turn) {
      turn = wanted
      order = rng.split(String(turn)).permutation(length)
    }
    return numbers[order[place % length]]
  }
  return (from, count) => takeOwn(own, count, (i) => numberAt(from + i))
}

/** `count` images, whose numbers `numberOf` tells: bytes become numbers from 0 to 1. */
function takeOwn(own: LabelledImages, count: number, numberOf: (i: number) => number): ImageBatch {
  const { pixels: bytes } = own.images
  const pixels = new Float32Array(count * PIXELS)
  const labels = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    const number = numberOf(i)
    for (let p = 0; p < PIXELS; p++) pixels[i * PIXELS + p] = bytes[number * PIXELS + p] / 255
    labels[i] = own.labels[number]
  }
  return { pixels, labels }
}

/** At most `TESTED` of the images, at equal distances: a set may be sorted, or harder towards its end. */
export function sampleOf({ labels: all, take }: ImageSet): ImageBatch {
  const count = Math.min(all.length, TESTED)
  const pixels = new Float32Array(count * PIXELS)
  const labels = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    const one = take(Math.floor((i * all.length) / count), 1)
    pixels.set(one.pixels, i * PIXELS)
    labels[i] = one.labels[0]
  }
  return { pixels, labels }
}

/** Of the reader's training images, each of this many is held out where there are no test images. */
const HELD_OUT = 6

/** Which images are shown in training, and which are only asked about. Of a single one both is true. */
export function holdOut(all: Int32Array): { readonly shown: Int32Array; readonly held: Int32Array } {
  if (all.length === 1) return { shown: all, held: all }
  const every = Math.min(HELD_OUT, all.length)
  const isHeld = (i: number): boolean => i % every === every - 1
  return { shown: all.filter((i) => !isHeld(i)), held: all.filter(isHeld) }
}

export const allOf = (count: number): Int32Array => Int32Array.from({ length: count }, (_, i) => i)
