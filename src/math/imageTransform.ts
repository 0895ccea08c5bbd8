import { sampleImage } from './image.ts'
import type { Parameter } from './parameter.ts'
import type { Labels } from './labels.ts'
import type { Rng } from './rng.ts'

/** A change of one image that has been drawn and can be made again. */
export type Change = Move | Repaint

/** Takes ink from elsewhere. Places are in pixels from the image's centre, x to the right and y down. */
export interface Move {
  readonly kind: 'move'
  /** Turns the place of a pixel, `at[0]` and `at[1]`, into the place where its ink comes from. */
  readonly from: (at: Float64Array) => void
}

/** Alters the ink where it is: [side²], in place. */
export interface Repaint {
  readonly kind: 'repaint'
  readonly repaint: (image: Float32Array, side: number) => void
}

/** A kind of change that data augmentation draws at random. */
export interface ImageTransform {
  readonly id: string
  readonly order: number
  readonly labels: Labels
  /** How far it may go; the default leaves handwritten digits of 28 × 28 pixels what they are. */
  readonly amount: Parameter
  draw(rng: Rng, amount: number, side: number): Change
}

/** Declares a transform; one file of `imageTransforms/` exports it by default. */
export function defineImageTransform(definition: ImageTransform): ImageTransform {
  return definition
}

/** What is drawn for each image, in this order. */
export type Recipe = readonly { readonly transform: ImageTransform; readonly amount: number }[]

export function drawChanges(recipe: Recipe, rng: Rng, side: number): Change[] {
  return recipe.map(({ transform, amount }) => transform.draw(rng, amount, side))
}

/**
 * Makes the changes one after the other, written to `into` at `to`. All moves are followed back first and the image is
 * sampled once, bilinearly: sampled at each move, it would get blurred.
 */
export function changeImage(
  images: ArrayLike<number>,
  side: number,
  changes: readonly Change[],
  into: Float32Array,
  start = 0,
): void {
  const moves = changes.filter(({ kind }) => kind === 'move').reverse() as Move[]
  const middle = (side - 1) / 2
  const at = new Float64Array(2)
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const pixel = start + row * side + column
      at[0] = column - middle
      at[1] = row - middle
      for (const { from } of moves) from(at)
      into[pixel] = sampleImage(images, side, at[0] + middle, at[1] + middle, start)
    }
  }
  const image = into.subarray(start, start + side * side)
  for (const change of changes) if (change.kind === 'repaint') change.repaint(image, side)
}

/** Moves by a linear map about the image's centre: ink at (x, y) goes to (a x + b y, c x + d y). */
export function linearMove(a: number, b: number, c: number, d: number): Move {
  const area = a * d - b * c
  return {
    kind: 'move',
    from(at) {
      const x = at[0]
      const y = at[1]
      at[0] = (d * x - b * y) / area
      at[1] = (a * y - c * x) / area
    },
  }
}

/** Uniform between −amount and amount. */
export const within = (rng: Rng, amount: number): number => amount * (2 * rng.next() - 1)
