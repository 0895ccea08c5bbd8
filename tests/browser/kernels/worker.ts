import { corrections } from '../../../src/core/backend/corrections.ts'
import { openBackend, type OpenBackend } from '../../../src/core/backend/open.ts'
import { overrideKernel } from '../../../src/core/backend/overrides.ts'
import { BackendProblem } from '../../../src/core/backend/problem.ts'
import { read } from '../../../src/core/backend/read.ts'
import { runSelfTest } from '../../../src/core/backend/selfTest.ts'
import { selfTestCases } from '../../../src/core/backend/selfTestCases.ts'
import * as tf from '../../../src/core/backend/tf.ts'
import { wasmPaths } from '../../../src/core/backend/wasmPaths.ts'
import { countTensors } from '../../../src/core/training.ts'
import type { BackendId } from '../../../src/protocol/messages.ts'
import { activations } from '../../core/checks/activations.ts'
import type { Check, Golden } from '../../core/checks/comparison.ts'
import { convolution } from '../../core/checks/convolution.ts'
import { correctionCases, errorOf, type Outcome } from '../../core/checks/corrections.ts'
import { losses } from '../../core/checks/losses.ts'
import { optimizers } from '../../core/checks/optimizers.ts'
import { recurrent } from '../../core/checks/recurrent.ts'
import type { CorrectionReport, Reply, Report, Request, TopicReport } from './report.ts'

const CHECKS: readonly Check[] = [activations, losses, optimizers, convolution, recurrent]

async function run({ backend: id, golden }: Request): Promise<Report> {
  const start = performance.now()
  const backend = await openBackend(id, { forced: true, wasmPaths })
  // Small computations would run on the CPU and prove nothing.
  if (id === 'webgpu') tf.env().set('WEBGPU_CPU_FORWARD', false)
  if (id === 'webgl') tf.env().set('WEBGL_CPU_FORWARD', false)
  const deviceErrors = watchDevice(id)
  const before = countTensors()

  const topics = new Map<string, TopicReport>()
  for (const check of CHECKS) await compare(check, (topic) => golden[topic], topics)
  const refusesBroken = await refuses(id)
  // An exception in a gradient leaves tensors behind: count before some are provoked.
  const tensorsLeft = countTensors() - before
  const tried = await tryCorrections(backend, deviceErrors)
  const loss = await loseDevice(backend)
  const report = {
    backend: id,
    description: backend.description,
    selfTest: backend.selfTest,
    refusesBroken,
    topics: [...topics.values()],
    corrections: tried,
    tensorsLeft,
    ...(loss && { loss }),
    deviceErrors,
    seconds: (performance.now() - start) / 1000,
  }
  backend.close()
  return report
}

interface Destroyable {
  readonly device?: { destroy(): void }
  readonly gpgpu?: { readonly gl: WebGL2RenderingContext }
}

/** Takes the device away and looks whether that is announced and a read ends with an error. */
async function loseDevice({ id, onLost }: OpenBackend): Promise<Report['loss']> {
  const { device, gpgpu } = tf.backend() as unknown as Destroyable
  if (!device && !gpgpu) return undefined
  const x = tf.tensor1d([1, 2, 3])
  await read(tf.square(x))
  const announced = new Promise<string>((resolve) => {
    onLost(resolve)
    setTimeout(() => resolve('silence'), 5000)
  })
  device?.destroy()
  gpgpu?.gl.getExtension('WEBGL_lose_context')?.loseContext()
  const outcome = read(tf.square(x), 2000).then(
    () => 'values',
    (error: unknown) =>
      error instanceof BackendProblem && error.backend === id ? error.reason : String(error),
  )
  return { announced: await announced, read: await outcome }
}

function watchDevice(id: BackendId): string[] {
  const errors: string[] = []
  if (id === 'webgpu') {
    const { device } = tf.backend() as unknown as { device: EventTarget }
    device.addEventListener('uncapturederror', (event) => {
      errors.push((event as Event & { error: { message: string } }).error.message.slice(0, 300))
    })
  }
  return errors
}

async function compare(check: Check, golden: Golden, topics: Map<string, TopicReport>): Promise<void> {
  for await (const { topic, name, actual, expected } of check(golden)) {
    const sofar = topics.get(topic) ?? { topic, count: 0, worst: 0, place: '' }
    const error = errorOf({ actual, expected })
    topics.set(topic, {
      topic,
      count: sofar.count + expected.length,
      ...(error <= sofar.worst ? { worst: sofar.worst, place: sofar.place } : { worst: error, place: name }),
    })
  }
}

/** Breaks a kernel on purpose and looks whether the self-test notices. */
async function refuses(id: BackendId): Promise<boolean> {
  const undo = overrideKernel('MaxPoolGrad', id, (original) => (call) => {
    const { shape, dtype, dataId } = original!(call) as tf.TensorInfo
    tf.backend().disposeData(dataId)
    return {
      shape,
      dtype,
      dataId: tf.backend().write(new Float32Array(tf.util.sizeFromShape(shape)), shape, dtype),
    }
  })
  const results = await runSelfTest(selfTestCases)
  undo()
  return results.some((result) => !result.passed)
}

/** Every case of every correction, with it and without. */
async function tryCorrections(
  { corrections: applied }: OpenBackend,
  deviceErrors: string[],
): Promise<CorrectionReport[]> {
  const attempt = (run: () => Promise<Outcome>): Promise<number | string> => run().then(errorOf, String)
  const concerned = correctionCases.filter(({ correction }) => applied.has(correction))
  const reports: CorrectionReport[] = []
  for (const { correction, name, run } of concerned) {
    const withIt = await attempt(run)
    applied.get(correction)!()
    const known = deviceErrors.length
    const without = await attempt(run)
    corrections[correction].apply()
    // An invalid shader is what some corrections are against: its error is part of the proof.
    deviceErrors.length = known
    reports.push({ correction, name, withIt, without })
  }
  return reports
}

onmessage = ({ data }: MessageEvent<Request>) => {
  const reply = (message: Reply): void => postMessage(message)
  run(data).then(
    (report) => reply({ report }),
    (error: unknown) =>
      reply({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
}
