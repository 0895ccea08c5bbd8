import { defineImageTransform } from '../imageTransform.ts'

/** Clears a square of `amount` pixels around a random pixel; near the edge, what lies inside (DeVries and Taylor, 2017). */
export default defineImageTransform({
  id: 'cutout',
  order: 70,
  labels: { en: 'Cut-out', zh: '遮挡' },
  amount: { labels: { en: 'Pixels', zh: '像素' }, symbol: 'c', default: 8, min: 0, max: 28 },
  draw(rng, amount, side) {
    const size = Math.round(amount)
    const left = rng.integer(side) - Math.floor(size / 2)
    const top = rng.integer(side) - Math.floor(size / 2)
    return {
      kind: 'repaint',
      repaint(image) {
        for (let row = Math.max(0, top); row < Math.min(side, top + size); row++)
          for (let column = Math.max(0, left); column < Math.min(side, left + size); column++)
            image[row * side + column] = 0
      },
    }
  },
})
