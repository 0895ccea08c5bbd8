import { definePointSet } from '../pointSet.ts'

const TURNS = 0.85
const RADIUS = 2
const START = 0.12

/** One arm per class, wound around the centre. */
export default definePointSet({
  id: 'spiral',
  order: 50,
  labels: { en: 'Spiral', zh: '螺旋' },
  task: 'classification',
  classes: [2, 3, 4],
  draw: (rng, wanted, classes) => {
    const along = START + (1 - START) * rng.next()
    const angle = 2 * Math.PI * (TURNS * along + wanted / classes)
    return { x: RADIUS * along * Math.sin(angle), y: RADIUS * along * Math.cos(angle), target: wanted }
  },
})
