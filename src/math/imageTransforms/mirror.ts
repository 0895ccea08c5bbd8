import { defineImageTransform, linearMove, type Move } from '../imageTransform.ts'

/** Left becomes right. */
export const mirrored: Move = linearMove(-1, 0, 0, 1)
const untouched: Move = linearMove(1, 0, 0, 1)

/** Mirrors the share `amount` of all images, the others not. */
export default defineImageTransform({
  id: 'mirror',
  order: 80,
  labels: { en: 'Mirror', zh: '镜像' },
  amount: { labels: { en: 'Share of images', zh: '图像比例' }, symbol: 'm', default: 0.5, min: 0, max: 1 },
  draw: (rng, amount) => (rng.next() < amount ? mirrored : untouched),
})
