import { BackendProblem } from '../core/backend/problem.ts'
import type * as tfjs from '../core/backend/tf.ts'
import type { Engine } from '../protocol/messages.ts'

/** A lost WebGL context never says that it is done. */
const SILENCE_MS = 20_000

interface WebgpuInternals {
  readonly device: GPUDevice
}
interface WebglInternals {
  readonly gpgpu: {
    readonly gl: WebGL2RenderingContext
    createAndWaitForFence(gl: WebGL2RenderingContext): Promise<void>
  }
}

/**
 * A promise for the moment when the device has done what it was given, or undefined where work is done at once.
 * Rejects with a BackendProblem `lost` when the device is silent for too long.
 */
export function settleOf(engine: Engine, tf: typeof tfjs): (() => Promise<void>) | undefined {
  if (engine === 'webgpu') {
    const { device } = tf.backend() as unknown as WebgpuInternals
    return () => inTime(engine, device.queue.onSubmittedWorkDone())
  }
  if (engine === 'webgl') {
    const { gpgpu } = tf.backend() as unknown as WebglInternals
    return () => inTime(engine, gpgpu.createAndWaitForFence(gpgpu.gl))
  }
  return undefined
}

async function inTime(engine: 'webgpu' | 'webgl', work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new BackendProblem(engine, 'lost', `no answer within ${SILENCE_MS} ms`))
    }, SILENCE_MS)
  })
  try {
    await Promise.race([work, silence])
  } finally {
    clearTimeout(timer)
  }
}
