import type { Rng } from '../math/rng.ts'

/** Fills new weights with random numbers of a size that suits the layer. `fanIn` and `fanOut` count connections. */
export type Initializer = (rng: Rng, size: number, fanIn: number, fanOut: number) => Float32Array<ArrayBuffer>

const fill = (size: number, draw: () => number): Float32Array<ArrayBuffer> =>
  Float32Array.from({ length: size }, draw)

const normal =
  (deviation: (fanIn: number, fanOut: number) => number): Initializer =>
  (rng, size, fanIn, fanOut) => {
    const sigma = deviation(fanIn, fanOut)
    return fill(size, () => sigma * rng.normal())
  }

/** Uniform on [−limit, limit); the standard deviation is limit/√3. */
const uniform =
  (limit: (fanIn: number, fanOut: number) => number): Initializer =>
  (rng, size, fanIn, fanOut) => {
    const bound = limit(fanIn, fanOut)
    return fill(size, () => bound * (2 * rng.next() - 1))
  }

/** Normal with a given standard deviation, whatever the layer's size. */
export const normalWith = (deviation: number): Initializer => normal(() => deviation)

/** The same number everywhere. */
export const constantly =
  (value: number): Initializer =>
  (_rng, size) =>
    new Float32Array(size).fill(value)

export const initializers = {
  zeros: constantly(0),
  ones: constantly(1),
  /** Normal with standard deviation 1: far too much for most layers, which is what it is there to show. */
  normal: normalWith(1),
  /** Glorot and Bengio, 2010: keeps the variance of activations and of gradients alike in tanh nets. */
  'xavier-uniform': uniform((fanIn, fanOut) => Math.sqrt(6 / (fanIn + fanOut))),
  'xavier-normal': normal((fanIn, fanOut) => Math.sqrt(2 / (fanIn + fanOut))),
  /** He et al., 2015: twice the variance, because ReLU removes half of it. */
  'he-uniform': uniform((fanIn) => Math.sqrt(6 / fanIn)),
  'he-normal': normal((fanIn) => Math.sqrt(2 / fanIn)),
  /** LeCun et al., 1998. */
  'lecun-uniform': uniform((fanIn) => Math.sqrt(3 / fanIn)),
  'lecun-normal': normal((fanIn) => Math.sqrt(1 / fanIn)),
  /** A random orthogonal matrix of fanIn × fanOut (Saxe et al., 2014), which keeps lengths. */
  orthogonal,
} as const satisfies Record<string, Initializer>

export type InitializerId = keyof typeof initializers

/**
 * Gram–Schmidt on normal vectors, in double precision. The matrix has `fanIn` rows; its shorter side is orthonormal.
 * A size beyond one matrix (kernels) is filled matrix by matrix.
 */
function orthogonal(rng: Rng, size: number, fanIn: number, fanOut: number): Float32Array<ArrayBuffer> {
  const values = new Float32Array(size)
  const [count, length] = fanIn < fanOut ? [fanIn, fanOut] : [fanOut, fanIn]
  for (let start = 0; start < size; start += fanIn * fanOut) {
    const vectors = orthonormalVectors(rng, count, length)
    vectors.forEach((vector, i) =>
      vector.forEach((value, j) => {
        values[start + (fanIn < fanOut ? i * fanOut + j : j * fanOut + i)] = value
      }),
    )
  }
  return values
}

function orthonormalVectors(rng: Rng, count: number, length: number): Float64Array[] {
  const vectors: Float64Array[] = []
  while (vectors.length < count) {
    const vector = Float64Array.from({ length }, () => rng.normal())
    // Twice is enough for orthogonality to rounding (Kahan).
    for (const other of [...vectors, ...vectors]) {
      const along = dot(vector, other)
      vector.forEach((value, i) => (vector[i] = value - along * other[i]))
    }
    const norm = Math.sqrt(dot(vector, vector))
    if (norm > 1e-6) vectors.push(vector.map((value) => value / norm))
  }
  return vectors
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0)
}
