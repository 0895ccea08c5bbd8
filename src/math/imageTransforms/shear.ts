import { defineImageTransform, linearMove, within, type Move } from '../imageTransform.ts'

/** Slants the image: what is one pixel higher moves so many pixels farther to the right. */
export const shearBy = (slant: number): Move => linearMove(1, -slant, 0, 1)

/** By up to `amount` pixels to the side for each pixel up. */
export default defineImageTransform({
  id: 'shear',
  order: 40,
  labels: { en: 'Slant', zh: '倾斜' },
  amount: {
    labels: { en: 'Pixels per pixel', zh: '每像素偏移' },
    symbol: 'k',
    default: 0.25,
    min: 0,
    max: 1,
  },
  draw: (rng, amount) => shearBy(within(rng, amount)),
})
