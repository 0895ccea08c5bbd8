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

// The GPU backends compute small cases on the CPU unless told not to, which would prove nothing.
const CPU_FORWARDING = ['WEBGPU_CPU_FORWARD', 'WEBGL_CPU_FORWARD'] as const

/** Computes every case on the current backend. Never throws; a case that throws or hangs has failed. */
export async function runSelfTest(cases: readonly SelfTestCase[]): Promise<SelfTestResult[]> {
  const flags = tf.env()
  const forwarding = CPU_FORWARDING.filter(isRegistered)
  const before = forwarding.map((flag) => [flag, flags.getBool(flag)] as const)
  for (const flag of forwarding) flags.set(flag, false)
  const results: SelfTestResult[] = []
  for (const test of cases) results.push(await check(test))
  for (const [flag, value] of before) flags.set(flag, value)
  return results
}

/** A backend registers its flags when it is loaded; reading an unknown one throws. */
function isRegistered(flag: string): boolean {
  try {
    tf.env().getBool(flag)
    return true
  } catch {
    return false
  }
}

async function check({ id, compute, expected, tolerance }: SelfTestCase): Promise<SelfTestResult> {
  try {
    const result = tf.tidy(compute)
    try {
      const error = worstError(await read(result, SELF_TEST_TIMEOUT_MS), expected)
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

function worstError(actual: Float32Array, expected: readonly number[]): number {
  if (actual.length !== expected.length) return Infinity
  const errors = expected.map((wanted, i) => Math.abs(actual[i] - wanted) / Math.max(1, Math.abs(wanted)))
  // NaN must not pass as the largest.
  return errors.some(Number.isNaN) ? Infinity : Math.max(...errors)
}
