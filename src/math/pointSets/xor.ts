import { definePointSet } from '../pointSet.ts'

/** The quadrants of each class, counted from the upper right against the clock. */
const QUADRANTS: Readonly<Record<number, readonly (readonly number[])[]>> = {
  2: [
    [0, 2],
    [1, 3],
  ],
  3: [[0, 2], [1], [3]],
  4: [[0], [1], [2], [3]],
}

const EDGE = 1.8
const GAP = 0.15

/** Quadrants; with two classes, opposite ones belong together, the exclusive or of the signs of x and y. */
export default definePointSet({
  id: 'xor',
  order: 30,
  labels: { en: 'Exclusive or', zh: '异或' },
  task: 'classification',
  classes: [2, 3, 4],
  draw: (rng, wanted, classes) => {
    const choices = QUADRANTS[classes][wanted]
    const quadrant = choices[rng.integer(choices.length)]
    const x = GAP + (EDGE - GAP) * rng.next()
    const y = GAP + (EDGE - GAP) * rng.next()
    return {
      x: quadrant === 0 || quadrant === 3 ? x : -x,
      y: quadrant < 2 ? y : -y,
      target: wanted,
    }
  },
})
