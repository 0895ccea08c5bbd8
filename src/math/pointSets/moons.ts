import { definePointSet } from '../pointSet.ts'

const HEIGHT = 1.2
/** Keeps the feet of the first and the third arch apart. */
const NARROW = 0.9
/** From the left end of the first moon to the right end of the last. */
const WIDTH = 3.6

/** Arches that reach into one another, every second one upside down. */
export default definePointSet({
  id: 'moons',
  order: 40,
  labels: { en: 'Moons', zh: '月牙' },
  task: 'classification',
  classes: [2, 3, 4],
  draw: (rng, wanted, classes) => {
    const angle = Math.PI * rng.next()
    const up = wanted % 2 === 0 ? 1 : -1
    const radius = WIDTH / (classes + 1)
    return {
      x: radius * (NARROW * Math.cos(angle) + wanted - (classes - 1) / 2),
      y: HEIGHT * up * (Math.sin(angle) - 0.25),
      target: wanted,
    }
  },
})
