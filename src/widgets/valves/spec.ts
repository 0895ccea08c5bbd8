import { choice, defineParams, list, number, toggle, type Values } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'
import { PIPES } from './spec/pipes.ts'

/** How far a hand can turn a valve, to either side; training may go farther. */
export const REACH = 3

/** Somebody has been at them before: no valve is shut, and nothing is right. */
export const START = [0.6, 0.2, 0.3, -0.4, 0.2, 0.5, 0.4, -0.3, 0.3, 0.2, 0.5, -0.2] as const

/** What 600 updates make of that, rounded. */
const SOLVED = [1.95, 1.82, 1.11, -0.16, -0.3, 1.27, 1.83, -1.35, -1.12, -0.75, 1.28, 1.07]

export const params = defineParams({
  task: choice(['either', 'share'], { default: 'either' }),
  /** The numbers of `spec/pipes.ts`, turned in the picture, also while they are being trained. */
  valves: list<number>(number({ default: 0, min: -REACH, max: REACH }), {
    default: START,
    min: PIPES,
    max: PIPES,
    live: true,
    hidden: true,
  }),
  learningRate: number({ default: 0.3, min: 0.01, max: 2, scale: 'log', live: true, symbol: 'η' }),
  hints: toggle({ default: false, look: true }),
  /** Which water the picture shows: how far the taps are open. */
  left: number({ default: 1, min: 0, max: 1, look: true, hidden: true }),
  right: number({ default: 0, min: 0, max: 1, look: true, hidden: true }),
})
export type ValvesValues = Values<typeof params>

export interface ValvesFrame {
  readonly valves: Float64Array
}

export default defineSpec<{ frame: ValvesFrame; action: never; question: never; answer: never }>()({
  name: 'valves',
  params,
  presets: {
    start: { valves: START },
    shut: { valves: START.map(() => 0) },
    alike: { valves: START.map(() => 0.5) },
    solved: { task: 'either', valves: SOLVED },
  },
  run: {
    workload: 'plain',
    stepIs: 'update',
    metrics: {
      loss: { scale: 'log', role: 'train' },
      right: { scale: 'linear', role: 'count', hidden: true },
    },
    measureEvery: 1,
    speed: 60,
    endStep: () => 600,
  },
})
