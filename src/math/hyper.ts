import type { Parameter } from './parameter.ts'

/** Hyperparameters that several optimisers share. */

/** A learning rate that starts from the given number. */
export const rate = (initial: number): Parameter => ({
  labels: { en: 'Learning rate', zh: '学习率' },
  symbol: String.raw`\eta`,
  default: initial,
  min: 1e-5,
  max: 10,
  scale: 'log',
})

export const momentum = (initial: number): Parameter => ({
  labels: { en: 'Momentum', zh: '动量' },
  symbol: String.raw`\mu`,
  default: initial,
  min: 0,
  max: 0.999,
})

export const rho = (initial: number): Parameter => ({
  labels: { en: 'Memory of squared gradients', zh: '梯度平方的衰减率' },
  symbol: String.raw`\rho`,
  default: initial,
  min: 0,
  max: 0.9999,
})

export const beta1: Parameter = {
  labels: { en: 'Memory of gradients', zh: '一阶矩衰减率' },
  symbol: String.raw`\beta_1`,
  default: 0.9,
  min: 0,
  max: 0.999,
}

export const beta2: Parameter = {
  labels: { en: 'Memory of squared gradients', zh: '二阶矩衰减率' },
  symbol: String.raw`\beta_2`,
  default: 0.999,
  min: 0,
  max: 0.99999,
}

export const epsilon = (initial: number): Parameter => ({
  labels: { en: 'Guard against division by 0', zh: '防止除零的小量' },
  symbol: String.raw`\varepsilon`,
  default: initial,
  min: 1e-12,
  max: 0.1,
  scale: 'log',
})

/** λ, added to the gradient as λ w (L2) unless the optimiser says otherwise. */
export const decay = (initial: number): Parameter => ({
  labels: { en: 'Weight decay', zh: '权重衰减' },
  symbol: String.raw`\lambda`,
  default: initial,
  min: 0,
  max: 1,
})
