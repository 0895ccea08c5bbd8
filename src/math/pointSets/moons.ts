import { definePointSet } from '../pointSet.ts'

/** Half circles that reach into one another, every second one upside down. */
export default definePointSet({
  id: 'moons',
  order: 40,
  labels: { en: 'Moons', zh: '双月' },
  task: 'classification',
  classes: [2, 3, 4],
  draw: (rng, wanted, classes) => {
    const angle = Math.PI * rng.next()
    const up = wanted % 2 === 0 ? 1 : -1
    const scale = 3.6 / (classes + 1)
    return {
      x: scale * (Math.cos(angle) + wanted - (classes - 1) / 2),
      y: scale * up * (Math.sin(angle) - 0.25),
      target: wanted,
    }
  },
})
