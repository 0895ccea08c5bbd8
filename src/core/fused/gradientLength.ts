import type { Clipping } from '../clipping.ts'
import type { Numbers } from './mirrors.ts'

/** The length of all gradients taken as one vector. */
export function lengthOf(gradients: Numbers): number {
  let squares = 0
  for (let i = 0; i < gradients.length; i++) squares += gradients[i] * gradients[i]
  return Math.sqrt(squares)
}

/** Clips in place, as `clipGradients` does. */
export function clipAll(gradients: Numbers, { by, limit }: Clipping): void {
  if (by === 'value') {
    for (let i = 0; i < gradients.length; i++) gradients[i] = Math.min(limit, Math.max(-limit, gradients[i]))
    return
  }
  const scale = limit / Math.max(lengthOf(gradients), limit)
  if (scale < 1) for (let i = 0; i < gradients.length; i++) gradients[i] *= scale
}
