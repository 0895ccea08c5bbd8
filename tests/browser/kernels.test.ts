import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BackendId } from '../../src/protocol/messages.ts'
import { readGolden } from '../math/golden.ts'
import { launch, open, serve, type Served, type Watched } from './harness.ts'
import type { Report, Request } from './kernels/report.ts'

/** |difference| / max(1, |reference|). Software GPUs round like a CPU; hardware may take shortcuts. */
const TOLERANCE = 2e-6
const HARDWARE_TOLERANCE = 2e-4
/** Trajectories of fifty updates let rounding grow. */
const TRAJECTORY_TOLERANCE = 5e-4
/** Corrections are judged by finite differences in 32 bits; what they correct is wrong by far more. */
const CORRECTED = 3e-4
const WRONG = 1.5e-3

const CHROMIUM_BACKENDS: readonly BackendId[] = ['cpu', 'wasm', 'webgl', 'webgpu']

let folder: string
let served: Served
let browser: Browser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kernels-'))
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'kernels'),
    base: './',
    logLevel: 'warn',
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, minify: false, reportCompressedSize: false },
  })
  served = await serve(folder)
  browser = await launch()
})

afterAll(async () => {
  await browser.close()
  await served.close()
  await rm(folder, { recursive: true })
})

describe.each(CHROMIUM_BACKENDS)('%s in a worker', (backend) => {
  let watched: Watched
  let report: Report

  beforeAll(async () => {
    watched = await open(browser, served.url)
    report = await watched.page.evaluate(
      (request) => (globalThis as unknown as { runKernels(r: Request): Promise<Report> }).runKernels(request),
      { backend, golden: goldenFor(backend) },
    )
    print(report)
  }, 600_000)
  afterAll(() => watched.context.close())

  it('agrees with the reference numbers', () => {
    const hardware = /^webg/.test(backend) && !/swiftshader/i.test(report.description)
    expect(report.topics).not.toHaveLength(0)
    for (const { topic, worst, place } of report.topics) {
      const usual = hardware ? HARDWARE_TOLERANCE : TOLERANCE
      const tolerance = topic === 'optimizers: trajectories' ? TRAJECTORY_TOLERANCE : usual
      expect(worst, `${topic}: ${place}`).toBeLessThanOrEqual(tolerance)
    }
  })

  it('passes its self-test, which refuses a broken kernel', () => {
    expect(report.selfTest.filter(({ passed }) => !passed)).toEqual([])
    expect(report.refusesBroken).toBe(true)
  })

  it('is right with the corrections and wrong without each of them', () => {
    expect(report.corrections).not.toHaveLength(0)
    const wrong = report.corrections.filter(
      ({ withIt }) => !(typeof withIt === 'number' && withIt <= CORRECTED),
    )
    expect(wrong).toEqual([])
    const needless = report.corrections.filter(
      ({ without }) => typeof without === 'number' && without < WRONG,
    )
    expect(needless).toEqual([])
  })

  it('announces a lost device, and a read of it ends with an error', () => {
    const announced = ANNOUNCED[backend]
    if (announced) expect(report.loss?.announced).toMatch(announced)
    expect(report.loss?.read).toBe(announced ? 'lost' : undefined)
  })

  it('leaves no tensor, no device error, no fault in the page', () => {
    expect(report.tensorsLeft).toBe(0)
    expect(report.deviceErrors).toEqual([])
    expect(watched.faults).toEqual([])
  })
})

/** What a lost device is announced as. */
const ANNOUNCED: Partial<Record<BackendId, RegExp>> = { webgl: /webglcontextlost/, webgpu: /destroyed/ }

/** On a GPU drawn by the CPU fifty updates take seconds: every optimiser on two of the four surfaces. */
function goldenFor(backend: BackendId): Record<string, unknown> {
  const optimizers = readGolden('optimizers') as { runs: { name: string }[] }
  const surfaces = /^webg/.test(backend) ? /^(quadratic|tiny_gradient)/ : /./
  return {
    activations: readGolden('activations'),
    losses: readGolden('losses'),
    conv: readGolden('conv'),
    rnn_cells: readGolden('rnn_cells'),
    optimizers: { ...optimizers, runs: optimizers.runs.filter(({ name }) => surfaces.test(name)) },
  }
}

function print({ backend, description, topics, corrections, selfTest, seconds }: Report): void {
  const worstOf = (errors: (number | string)[]): string =>
    Math.max(...errors.filter((error) => typeof error === 'number')).toExponential(1)
  const lines = [
    `${backend}: ${description}, ${seconds.toFixed(0)} s`,
    ...topics.map(
      ({ topic, count, worst, place }) =>
        `  ${topic.padEnd(34)} ${String(count).padStart(6)} numbers  worst error ${worst.toExponential(1)}  ${place}`,
    ),
    `  ${'corrections'.padEnd(34)} ${String(corrections.length).padStart(6)} cases    worst error ${worstOf(corrections.map(({ withIt }) => withIt))}`,
    `  ${'self-test'.padEnd(34)} ${String(selfTest.length).padStart(6)} cases    worst error ${worstOf(selfTest.map(({ error }) => error))}`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
