import type { BackendId } from '../../../src/protocol/messages.ts'

/** What the page asks of the worker. */
export interface Request {
  readonly backend: BackendId
  /** The files of reference numbers, by topic. */
  readonly golden: Readonly<Record<string, unknown>>
}

/** Agreement on one topic. */
export interface TopicReport {
  readonly topic: string
  readonly count: number
  /** Largest error, relative to max(1, |expected|). */
  readonly worst: number
  readonly place: string
}

export interface CorrectionReport {
  readonly correction: string
  readonly name: string
  /** Largest error without the correction, or why it could not be computed. */
  readonly without: number | string
  readonly withIt: number | string
}

export interface Report {
  readonly backend: BackendId
  readonly description: string
  readonly selfTest: readonly { readonly id: string; readonly passed: boolean; readonly error: number }[]
  /** With a kernel broken on purpose: whether the self-test refused it. */
  readonly refusesBroken: boolean
  readonly topics: readonly TopicReport[]
  readonly corrections: readonly CorrectionReport[]
  /** Tensors left over. */
  readonly tensorsLeft: number
  /** What came of losing the device or context on purpose, on the backends that have one. */
  readonly loss?: { readonly announced: string; readonly read: string }
  /** WebGPU's only sign of an invalid shader. */
  readonly deviceErrors: readonly string[]
  readonly seconds: number
}

export type Reply = { readonly report: Report } | { readonly failure: string }
