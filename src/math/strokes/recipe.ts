import type { NetLayer } from '../architecture.ts'

const conv = (filters: number): NetLayer => ({
  kind: 'conv',
  filters,
  size: 5,
  stride: 1,
  dilation: 1,
  padding: 'valid',
  activation: 'relu',
})
const pool: NetLayer = { kind: 'pool', how: 'max', size: 2, stride: 2, padding: 'valid' }

/** A small network, and the training that lets it read real handwriting having seen only written-by-rule digits. */
export const STROKES_RECIPE = {
  /** 28 × 28 → 24 × 24 × 8 → 12 × 12 × 8 → 8 × 8 × 16 → 4 × 4 × 16 → 10. */
  layers: [conv(8), pool, conv(16), pool] as readonly NetLayer[],
  optimizer: 'adam',
  /** The schedule is `warmup-cosine` over all updates: fresh images cost nothing, so one pass is all there is. */
  rate: 0.003,
  warmUp: 50,
  batch: 32,
  /** Images shown, each once. */
  images: 117_000,
} as const
