import { defineImageTransform, linearMove, within, type Move } from '../imageTransform.ts'

/** Enlarges the image by a factor. */
export const scaleBy = (factor: number): Move => linearMove(factor, 0, 0, factor)

/** By a factor of up to eᵃ or down to e⁻ᵃ, a the amount: 0.15 is 16 % larger or 14 % smaller. */
export default defineImageTransform({
  id: 'scale',
  order: 30,
  labels: { en: 'Scale', zh: '缩放' },
  amount: {
    labels: { en: 'Logarithm of the factor', zh: '倍数的对数' },
    symbol: 'a',
    default: 0.15,
    min: 0,
    max: 1,
  },
  draw: (rng, amount) => scaleBy(Math.exp(within(rng, amount))),
})
