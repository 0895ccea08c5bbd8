import { defineImageTransform, within, type Move } from '../imageTransform.ts'

/** Moves all ink by so many pixels to the right and down. */
export const shiftBy = (right: number, down: number): Move => ({
  kind: 'move',
  from(at) {
    at[0] -= right
    at[1] -= down
  },
})

/** By up to `amount` pixels each way. */
export default defineImageTransform({
  id: 'shift',
  order: 10,
  labels: { en: 'Shift', zh: '平移' },
  amount: { labels: { en: 'Pixels', zh: '像素' }, symbol: 's', default: 2, min: 0, max: 8 },
  draw: (rng, amount) => shiftBy(within(rng, amount), within(rng, amount)),
})
