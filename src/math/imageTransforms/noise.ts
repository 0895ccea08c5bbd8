import { defineImageTransform } from '../imageTransform.ts'

/** Adds a normal number of the given deviation to every pixel; what leaves 0 … 1 is cut off. */
export default defineImageTransform({
  id: 'noise',
  order: 60,
  labels: { en: 'Noise', zh: '噪声' },
  amount: {
    labels: { en: 'Deviation', zh: '标准差' },
    symbol: String.raw`\sigma`,
    default: 0.15,
    min: 0,
    max: 1,
  },
  draw: (rng, amount, side) => {
    const grain = Float64Array.from({ length: side * side }, () => amount * rng.normal())
    return {
      kind: 'repaint',
      repaint(image) {
        for (let i = 0; i < image.length; i++) image[i] = Math.min(1, Math.max(0, image[i] + grain[i]))
      },
    }
  },
})
