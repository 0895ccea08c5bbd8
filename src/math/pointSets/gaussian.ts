import { definePointSet } from '../pointSet.ts'

/** The centres of the hills and their heights. */
const HILLS = [
  [-1.2, 1.2, 1],
  [1.2, -1.2, 1],
  [1.2, 1.2, -1],
  [-1.2, -1.2, -1],
  [0, 0, 0.6],
] as const

const WIDTH = 0.6

/** Hills and hollows over a square. */
export default definePointSet({
  id: 'gaussian',
  order: 70,
  labels: { en: 'Hills and hollows', zh: '高斯曲面' },
  task: 'regression',
  classes: [],
  draw: (rng) => {
    const x = 4 * rng.next() - 2
    const y = 4 * rng.next() - 2
    const target = HILLS.reduce(
      (sum, [a, b, height]) => sum + height * Math.exp(-((x - a) ** 2 + (y - b) ** 2) / (2 * WIDTH ** 2)),
      0,
    )
    return { x, y, target }
  },
})
