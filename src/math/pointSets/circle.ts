import { definePointSet } from '../pointSet.ts'

const RADIUS = 2
/** The empty share between two rings. */
const GAP = 0.15

/** A disc within rings, one per class: no straight line separates them, distance from the centre does. */
export default definePointSet({
  id: 'circle',
  order: 20,
  labels: { en: 'Rings', zh: '同心环' },
  task: 'classification',
  classes: [2, 3, 4],
  draw: (rng, wanted, classes) => {
    const inner = wanted === 0 ? 0 : (wanted + GAP) / classes
    const outer = (wanted + 1 - GAP) / classes
    // Even in area: the square of the radius is uniform.
    const radius = RADIUS * Math.sqrt(inner ** 2 + (outer ** 2 - inner ** 2) * rng.next())
    const angle = 2 * Math.PI * rng.next()
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle), target: wanted }
  },
})
