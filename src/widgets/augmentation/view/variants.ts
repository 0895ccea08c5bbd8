import { fromBytes } from '../../../math/image.ts'
import { changeImage, drawChanges, type Recipe } from '../../../math/imageTransform.ts'
import { getImageTransform } from '../../../math/imageTransforms/index.ts'
import { makeRng } from '../../../math/rng.ts'
import { recipeOf, SIDE, type AugmentationValues, type TransformId } from '../spec.ts'

type Image = Float32Array

/** One of ten images as numbers from 0 to 1; empty paper before there are any. */
export function originalOf(originals: Uint8Array, digit: number): Image {
  const from = digit * SIDE * SIDE
  const bytes = originals.subarray(from, from + SIDE * SIDE)
  return bytes.length > 0 ? fromBytes(bytes) : new Float32Array(SIDE * SIDE)
}

function vary(original: Image, recipe: Recipe, stream: string): Image {
  const image = new Float32Array(SIDE * SIDE)
  changeImage(original, SIDE, drawChanges(recipe, makeRng(1, stream), SIDE), image)
  return image
}

/** Draws among which the clearest is shown. */
const TRIES = 6

/** One transform alone: of a few draws the one that changes the image most, as a sample of what it does. */
export function makeSample(original: Image, id: TransformId, amount: number): Image {
  const recipe = [{ transform: getImageTransform(id), amount }]
  const tries = Array.from({ length: TRIES }, (_, i) => vary(original, recipe, `${id} ${i}`))
  const change = (image: Image): number =>
    image.reduce((sum, ink, i) => sum + (ink - (original[i] ?? 0)) ** 2, 0)
  return tries.reduce((clearest, image) => (change(image) > change(clearest) ? image : clearest))
}

/** The first variants of the image with everything that is on, each from its own draws. */
export function makeVariants(original: Image, values: AugmentationValues, count: number): Image[] {
  const recipe = recipeOf(values)
  return Array.from({ length: count }, (_, i) => vary(original, recipe, `variant ${i}`))
}
