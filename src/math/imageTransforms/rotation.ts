import { defineImageTransform, linearMove, within, type Move } from '../imageTransform.ts'

/** Turns the image clockwise by an angle in radians. */
export function rotateBy(angle: number): Move {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return linearMove(cos, -sin, sin, cos)
}

/** By up to `amount` degrees either way. */
export default defineImageTransform({
  id: 'rotation',
  order: 20,
  labels: { en: 'Rotation', zh: '旋转' },
  amount: {
    labels: { en: 'Degrees', zh: '角度' },
    symbol: String.raw`\theta`,
    default: 15,
    min: 0,
    max: 180,
  },
  draw: (rng, amount) => rotateBy(within(rng, (amount * Math.PI) / 180)),
})
