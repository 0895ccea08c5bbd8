import type { BackendId } from '../../protocol/messages.ts'
import { loaded, NotLoaded } from '../loading.ts'
import { applyCorrections, type AppliedCorrections } from './corrections.ts'
import { loaders, type WasmPaths } from './loaders.ts'
import { subscribeLoss } from './loss.ts'
import { BackendProblem } from './problem.ts'
import { probe } from './probe.ts'
import { runSelfTest, type SelfTestCase, type SelfTestResult } from './selfTest.ts'
import { selfTestCases, vitalCases } from './selfTestCases.ts'
import * as tf from './tf.ts'

export interface OpenBackendOptions {
  /** The reader asked for this backend: a software renderer is accepted. */
  readonly forced?: boolean
  readonly wasmPaths?: WasmPaths
  /** The checks that disqualify; the standard ones unless a test gives others. */
  readonly checks?: readonly SelfTestCase[]
}

export interface OpenBackend {
  readonly id: BackendId
  /** Adapter, renderer or instruction set. */
  readonly description: string
  readonly software: boolean
  readonly selfTest: readonly SelfTestResult[]
  readonly corrections: AppliedCorrections
  /** Calls back once when the device or context is lost; at once if it already is. Returns what unsubscribes. */
  onLost(callback: (details: string) => void): () => void
  /** Gives the backend back. Its tensors are gone. */
  close(): void
}

let current: BackendId | undefined

/**
 * Opens the backend of this worker: probe, load, initialise, correct, check numerically.
 * One worker has one backend for life; a second may be opened only where the first failed or was closed.
 * Throws a BackendProblem that says why it can't be used, or NotLoaded.
 */
export async function openBackend(id: BackendId, options: OpenBackendOptions = {}): Promise<OpenBackend> {
  if (current !== undefined) throw new BackendProblem(id, 'unavailable', `${current} is open in this worker`)
  const found = await probe(id)
  if (!found.available) throw new BackendProblem(id, 'unavailable', found.description)
  if (found.software && !options.forced) throw new BackendProblem(id, 'software-only', found.description)

  await initialise(id, options.wasmPaths)
  const corrections = applyCorrections(id)
  const lossOf = subscribeLoss(id)
  const close = (): void => {
    for (const undo of corrections.values()) undo()
    // Removing a backend forgets how to make it, and its module is evaluated only once.
    const factory = tf.findBackendFactory(id)
    tf.removeBackend(id)
    tf.registerBackend(id, factory)
    current = undefined
  }

  // A software renderer compiles each kernel for half a second, and is used only where it was asked for.
  const standard = found.software ? vitalCases : selfTestCases
  const results = await runSelfTest(options.checks ?? standard)
  const failed = results.filter((result) => !result.passed)
  if (failed.length > 0) {
    close()
    const details = failed
      .map((result) => `${result.id}: ${result.problem ?? String(result.error)}`)
      .join('; ')
    throw new BackendProblem(id, 'self-test-failed', details)
  }
  const { description, software } = found
  return { id, description, software, selfTest: results, corrections, onLost: lossOf, close }
}

async function initialise(id: BackendId, wasmPaths: WasmPaths | undefined): Promise<void> {
  current = id
  try {
    // Shapes are still checked; only the library's advice to the developer is not printed.
    tf.enableProdMode()
    await loaded(loaders[id](wasmPaths))
    if (id === 'webgl') {
      // Whether a software renderer is welcome has been decided by now.
      tf.env().set('SOFTWARE_WEBGL_ENABLED', true)
      // The library refuses an offscreen canvas on Safari, and a worker has no other; the self-test is the guard.
      if (tf.env().getBool('IS_SAFARI')) tf.env().set('IS_SAFARI', false)
    }
    // A factory that fails makes setBackend answer false; it does not throw.
    const registered = tf.findBackendFactory(id) as (() => unknown) | null
    if (registered === null) throw new Error('not registered')
    if (!(await tf.setBackend(id))) throw new Error('the library could not start it')
  } catch (error) {
    current = undefined
    if (error instanceof NotLoaded) throw error
    throw new BackendProblem(
      id,
      'initialisation-failed',
      error instanceof Error ? error.message : String(error),
    )
  }
}
