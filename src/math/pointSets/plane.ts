import { definePointSet } from '../pointSet.ts'

/** A tilted plane over a square: one linear unit can learn it exactly. */
export default definePointSet({
  id: 'plane',
  order: 60,
  labels: { en: 'Tilted plane', zh: '斜面' },
  task: 'regression',
  classes: [],
  draw: (rng) => {
    const x = 4 * rng.next() - 2
    const y = 4 * rng.next() - 2
    return { x, y, target: (x + y) / 4 }
  },
})
