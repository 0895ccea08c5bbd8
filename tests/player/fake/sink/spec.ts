import {
  choice,
  defineParams,
  expression,
  integer,
  list,
  matrix,
  number,
  points,
  record,
  seed,
  text,
  toggle,
} from '../../../../src/protocol/params.ts'
import { defineSpec } from '../../../../src/protocol/spec.ts'

export interface SinkFrame {
  readonly w: number
  readonly path: Float64Array
}

/** One parameter of each kind, on a run that anyone can check by hand: w ← w − η·w. */
export default defineSpec<{
  frame: SinkFrame
  action: { readonly put: number }
  question: 'twice'
  answer: number
}>()({
  name: 'sink',
  params: defineParams({
    rate: number({
      default: 0.1,
      min: 1e-3,
      max: 10,
      scale: 'log',
      live: true,
      symbol: 'η',
      aliases: ['lr'],
    }),
    from: number({ default: 4, min: -5, max: 5, step: 0.5, symbol: 'w_0' }),
    units: integer({ default: 3, min: 1, max: 9 }),
    rule: choice(['plain', 'momentum', 'adam'], { default: 'plain' }),
    beta: number({
      default: 0.9,
      min: 0,
      max: 1,
      step: 0.01,
      when: (values) => values['rule'] === 'momentum',
    }),
    others: list(choice(['a', 'b', 'c'], { default: 'a' }), { default: ['a'], max: 3 }),
    layers: list(integer({ default: 4, min: 1, max: 8 }), { default: [4, 2], max: 4 }),
    stack: list(
      record({
        units: integer({ default: 4, min: 1, max: 8 }),
        activation: choice(['relu', 'tanh'], { default: 'relu' }),
      }),
      { default: [{ units: 4, activation: 'relu' as const }], max: 3 },
    ),
    turn: matrix({
      default: [
        [1, 0],
        [0, 1],
      ],
      min: -2,
      max: 2,
    }),
    dots: points({ default: [{ x: 0.5, y: 0.5, label: 0 }], min: -1, max: 1, classes: 2, maxLength: 400 }),
    note: text({ default: 'hello', maxLength: 20_000 }),
    formula: expression({ default: 'x^2', maxLength: 40 }),
    grid: toggle({ default: true, look: true }),
    secret: number({ default: 0, min: -1, max: 1, hidden: true }),
    seed: seed({ default: 7 }),
  }),
  presets: { gentle: { rate: 0.02, from: 4 }, wild: { rate: 2.5, from: 4 } },
  run: {
    workload: 'plain',
    stepIs: 'update',
    metrics: { loss: { scale: 'log', role: 'train' }, test: { scale: 'log', role: 'test' } },
    measureEvery: 1,
    speed: 60,
    endStep: () => 120,
    phases: ['slope', 'move'],
  },
})
