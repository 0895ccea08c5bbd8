import type { NetLayer } from '../../math/architecture.ts'

/** A training that another implementation has done with several seeds, and how well it did. */
export interface Reference {
  readonly id: string
  readonly layers: readonly NetLayer[]
  readonly optimizer: string
  readonly rate: number
  readonly epochs: number
  readonly batch: number
  /** Accuracy on MNIST's 10,000 test images after training on its first 5,000: mean and standard deviation over 5 seeds. */
  readonly accuracy: { readonly mean: number; readonly sd: number }
}

const conv = (filters: number): NetLayer => ({
  kind: 'conv',
  filters,
  size: 3,
  stride: 1,
  dilation: 1,
  padding: 'valid',
  activation: 'relu',
})
const pool: NetLayer = { kind: 'pool', how: 'max', size: 2, stride: 2, padding: 'valid' }
const hidden: NetLayer = { kind: 'dense', units: 128, activation: 'relu' }

/** Trained with PyTorch 1.13 in 32-bit floats: Xavier-normal weights, biases of 0, pixels from 0 to 1, cross-entropy. */
export const references: readonly Reference[] = [
  {
    id: 'softmax-regression',
    layers: [],
    optimizer: 'sgd',
    rate: 0.02,
    epochs: 10,
    batch: 32,
    accuracy: { mean: 0.88484, sd: 0.000857 },
  },
  {
    id: 'mlp',
    layers: [hidden],
    optimizer: 'adam',
    rate: 0.001,
    epochs: 10,
    batch: 32,
    accuracy: { mean: 0.93484, sd: 0.002545 },
  },
  {
    id: 'mlp-dropout',
    layers: [hidden, { kind: 'dropout', rate: 0.5 }],
    optimizer: 'adam',
    rate: 0.001,
    epochs: 10,
    batch: 32,
    accuracy: { mean: 0.93466, sd: 0.002714 },
  },
  {
    id: 'cnn',
    layers: [conv(8), pool, conv(16), pool],
    optimizer: 'adam',
    rate: 0.001,
    epochs: 8,
    batch: 32,
    accuracy: { mean: 0.95792, sd: 0.004906 },
  },
]
