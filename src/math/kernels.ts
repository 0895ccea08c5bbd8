import type { Labels } from './labels.ts'

/** A filter with a name. */
export interface NamedKernel {
  readonly id: string
  readonly labels: Labels
  /** Rows of a 3 × 3 and of a 5 × 5 form. */
  readonly small: readonly (readonly number[])[]
  readonly large: readonly (readonly number[])[]
}

/** Rows of column[i] · row[j], each divided by `by`. */
const outer = (column: readonly number[], row: readonly number[], by = 1): readonly (readonly number[])[] =>
  column.map((a) => row.map((b) => (a * b) / by))
/** `1 2 1 / 0 0 0`: weights between spaces, rows between strokes. */
export const parseRows = (text: string): readonly (readonly number[])[] =>
  text.split('/').map((row) => row.trim().split(/\s+/).map(Number))

/** Rounded to thousandths, so that what is shown is what is multiplied. */
const shown = (kernel: readonly (readonly number[])[]): readonly (readonly number[])[] =>
  kernel.map((row) => row.map((weight) => Math.round(weight * 1000) / 1000))

/** 1 4 6 4 1 is the fifth row of Pascal’s triangle: a Gaussian in whole numbers. */
const BINOMIAL = [1, 4, 6, 4, 1]
/** The derivative of the binomial 1 2 1, smoothed by it. */
const SLOPE = [-1, -2, 0, 2, 1]

/** By id, in the order in which they are shown. */
export const namedKernels = {
  identity: {
    id: 'identity',
    labels: { en: 'Identity', zh: '恒等' },
    small: parseRows('0 0 0 / 0 1 0 / 0 0 0'),
    large: parseRows('0 0 0 0 0 / 0 0 0 0 0 / 0 0 1 0 0 / 0 0 0 0 0 / 0 0 0 0 0'),
  },
  box: {
    id: 'box',
    labels: { en: 'Box blur', zh: '均值模糊' },
    small: shown(outer([1, 1, 1], [1, 1, 1], 9)),
    large: outer([1, 1, 1, 1, 1], [1, 1, 1, 1, 1], 25),
  },
  gaussian: {
    id: 'gaussian',
    labels: { en: 'Gaussian blur', zh: '高斯模糊' },
    small: outer([1, 2, 1], [1, 2, 1], 16),
    large: shown(outer(BINOMIAL, BINOMIAL, 256)),
  },
  sharpen: {
    id: 'sharpen',
    labels: { en: 'Sharpen', zh: '锐化' },
    small: parseRows('0 -1 0 / -1 5 -1 / 0 -1 0'),
    large: parseRows('0 0 -0.5 0 0 / 0 0 -1 0 0 / -0.5 -1 7 -1 -0.5 / 0 0 -1 0 0 / 0 0 -0.5 0 0'),
  },
  'sobel-x': {
    id: 'sobel-x',
    labels: { en: 'Sobel, x', zh: 'Sobel，x 方向' },
    small: outer([1, 2, 1], [-1, 0, 1]),
    large: outer(BINOMIAL, SLOPE, 4),
  },
  'sobel-y': {
    id: 'sobel-y',
    labels: { en: 'Sobel, y', zh: 'Sobel，y 方向' },
    small: outer([-1, 0, 1], [1, 2, 1]),
    large: outer(SLOPE, BINOMIAL, 4),
  },
  laplacian: {
    id: 'laplacian',
    labels: { en: 'Laplacian', zh: '拉普拉斯' },
    small: parseRows('0 1 0 / 1 -4 1 / 0 1 0'),
    large: parseRows('0 0 1 0 0 / 0 1 2 1 0 / 1 2 -16 2 1 / 0 1 2 1 0 / 0 0 1 0 0'),
  },
  emboss: {
    id: 'emboss',
    labels: { en: 'Emboss', zh: '浮雕' },
    small: parseRows('-2 -1 0 / -1 1 1 / 0 1 2'),
    large: parseRows('-2 -1 -1 0 0 / -1 -1 -1 0 0 / -1 -1 1 1 1 / 0 0 1 1 1 / 0 0 1 1 2'),
  },
  edge: {
    id: 'edge',
    labels: { en: 'Edges all round', zh: '四周边缘' },
    small: parseRows('-1 -1 -1 / -1 8 -1 / -1 -1 -1'),
    large: parseRows('-1 -1 -1 -1 -1 / -1 -1 -1 -1 -1 / -1 -1 24 -1 -1 / -1 -1 -1 -1 -1 / -1 -1 -1 -1 -1'),
  },
} as const satisfies Record<string, NamedKernel>

export type KernelId = keyof typeof namedKernels
export const KERNELS = Object.keys(namedKernels) as readonly KernelId[]
