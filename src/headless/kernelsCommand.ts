import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseValues } from '../protocol/values.ts'
import { openEngine } from './engine.ts'
import { loadExperiment } from './found.ts'
import { runTrial } from './trial.ts'
import { unknown } from './usage.ts'

const HELP = `npm run kernels

Trains the networks of the digits lab that src/widgets/convolution/spec/learned.json names, on wasm, and writes the
filters of their first layers there, row by row, in thousandths. The convolution figure offers them as learned kernels.
Exit codes: 0 done, 2 the request could not be understood.`

/** Where the kernels lie, from the project's root. */
export const LEARNED_PATH = 'src/widgets/convolution/spec/learned.json'

/** A network of the digits lab to be trained: values that differ from the lab's defaults, as in a link; updates. */
export interface LearnedRequest {
  readonly values: Readonly<Record<string, string>>
  readonly steps: number
}

/** What it learned: the share of test digits that it reads right, and the filters of its first layer. */
export interface LearnedKernels extends LearnedRequest {
  readonly accuracy: number
  /** Each filter as text: weights between spaces, rows between strokes. */
  readonly kernels: readonly string[]
  /** The same after its first updates, by which a test finds that the run has become another. */
  readonly early: readonly string[]
}

/** So many updates are the first ones. */
export const EARLY = 50

interface LabFrame {
  readonly filters: { readonly side: number; readonly count: number; readonly values: Float32Array }
  readonly exam: { readonly accuracy: number }
}

/** Trains a network of the lab on backend `wasm`, which must be open. */
export async function learnKernels({
  values,
  steps,
}: LearnedRequest): Promise<Pick<LearnedKernels, 'accuracy' | 'kernels'>> {
  const experiment = await loadExperiment('digits-lab')
  const [member] = await runTrial(
    experiment,
    parseValues(experiment.spec.params, values).values,
    steps,
    'wasm',
  )
  if (member.problem) throw new Error(`The lab stopped at step ${member.step}: ${member.problem.code}`)
  const { filters, exam } = member.frame as LabFrame
  return {
    accuracy: exam.accuracy,
    kernels: Array.from({ length: filters.count }, (_, i) => writeKernel(filters, i)),
  }
}

function writeKernel({ side, values }: LabFrame['filters'], index: number): string {
  const row = (r: number): string =>
    Array.from(values.subarray((index * side + r) * side, (index * side + r + 1) * side), (weight) =>
      String(Math.round(1000 * weight) / 1000 + 0),
    ).join(' ')
  return Array.from({ length: side }, (_, r) => row(r)).join(' / ')
}

/** Runs `npm run kernels`; answers the exit code. */
export async function kernelsCommand(
  argv: readonly string[],
  root: string,
  print: (text: string) => void,
): Promise<number> {
  const [option] = argv
  if (option === '--help') print(HELP)
  else if (option !== undefined) throw unknown('option', option, ['--help'])
  else {
    const path = join(root, LEARNED_PATH)
    const asked = JSON.parse(readFileSync(path, 'utf8')) as Record<string, LearnedRequest>
    await openEngine('wasm', root)
    const learned: Record<string, LearnedKernels> = {}
    for (const [size, { values, steps }] of Object.entries(asked)) {
      const { kernels: early } = await learnKernels({ values, steps: EARLY })
      learned[size] = { values, steps, ...(await learnKernels({ values, steps })), early }
      print(`${size}: ${(100 * learned[size].accuracy).toFixed(1)} % of the test digits read right`)
    }
    writeFileSync(path, `${JSON.stringify(learned, null, 2)}\n`)
  }
  return 0
}
