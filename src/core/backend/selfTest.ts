import { read } from './read.ts'
import * as tf from './tf.ts'

/** A small computation with a known answer. */
export interface SelfTestCase {
  readonly id: string
  /** The computation; its tensors are tidied away. */
  compute(): tf.Tensor
  readonly expected: readonly number[]
  /** Largest error allowed, relative to max(1, |expected|). */
  readonly tolerance: number
}

export interface SelfTestResult {
  readonly id: string
  readonly passed: boolean
  /** Largest error, relative to max(1, |expected|). */
  readonly error: number
  /** Why it could not be computed at all. */
  readonly problem?: string
}

const SELF_TEST_TIMEOUT_MS = 15_000

/** Computes every case on the current backend. Never throws; a case that throws or hangs has failed. */
export async function runSelfTest(cases: readonly SelfTestCase[]): Promise<SelfTestResult[]> {
  const results: SelfTestResult[] = []
  for (const test of cases) results.push(await check(test))
  return results
}

async function check({ id, compute, expected, tolerance }: SelfTestCase): Promise<SelfTestResult> {
  try {
    const result = tf.tidy(compute)
    try {
      const values = await read(result, SELF_TEST_TIMEOUT_MS)
      const error =
        values.length === expected.length
          ? Math.max(
              ...expected.map((wanted, i) => Math.abs(values[i] - wanted) / Math.max(1, Math.abs(wanted))),
            )
          : Infinity
      return { id, passed: error <= tolerance, error }
    } finally {
      result.dispose()
    }
  } catch (error) {
    return {
      id,
      passed: false,
      error: Infinity,
      problem: error instanceof Error ? error.message : String(error),
    }
  }
}

/**
 * What a backend must get right before a reader's model is trusted to it: the operations that were found wrong
 * somewhere, and one step of learning. The expected numbers were worked out by hand or in double precision.
 */
export const selfTest: readonly SelfTestCase[] = [
  {
    // Casting keeps integer storage, which the WebGPU transpose of 4.22 misreads.
    id: 'transpose-of-integers',
    compute: () =>
      tf.transpose(tf.cast(tf.tensor3d([1, 2, 3, 4, 5, 6, 7, 8], [2, 2, 2], 'int32'), 'float32'), [2, 0, 1]),
    expected: [1, 3, 5, 7, 2, 4, 6, 8],
    tolerance: 0,
  },
]
