import { definePointSet } from '../pointSet.ts'

const RADIUS = 1.3
const SPREAD = 0.35

/** One round cloud per class, their centres evenly on a circle: a straight line separates two of them. */
export default definePointSet({
  id: 'gauss',
  order: 10,
  labels: { en: 'Clouds', zh: '高斯簇' },
  task: 'classification',
  classes: [2, 3, 4],
  draw: (rng, wanted, classes) => {
    const angle = Math.PI / 4 + (2 * Math.PI * wanted) / classes
    return {
      x: RADIUS * Math.cos(angle) + SPREAD * rng.normal(),
      y: RADIUS * Math.sin(angle) + SPREAD * rng.normal(),
      target: wanted,
    }
  },
})
