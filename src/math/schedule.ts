import type { Labels } from './labels.ts'
import type { Parameters, Values } from './parameter.ts'
import { fillIn } from './parameter.ts'

/** How the learning rate changes over a training: a factor on the base rate, per update. */
export interface Schedule<K extends string = string> {
  readonly id: string
  readonly order: number
  readonly labels: Labels
  /** TeX of the rate: `\eta_0` the base rate, t the number of updates made, T their total. */
  readonly formula: string
  readonly parameters: Parameters<K>
  /**
   * The factor for the update after `done` others, of a training of `total` updates. From 0 (no movement) to 1
   * (the base rate). Beyond `total` it stays where it ended.
   */
  factor(done: number, total: number, p: Values<K>): number
}

/** Declares a schedule; one file of `schedules/` exports it by default. */
export function defineSchedule<K extends string>(definition: Schedule<K>): Schedule {
  return definition
}

/** The learning rate of the update after `done` others; parameters not given take their defaults. */
export function scheduledRate(
  schedule: Schedule,
  base: number,
  done: number,
  total: number,
  given?: Partial<Values>,
): number {
  return base * schedule.factor(done, total, fillIn(schedule.parameters, given))
}

/** From 1 down to `floor` along half a cosine wave while `progress` goes from 0 to 1 (Loshchilov and Hutter, 2017). */
export function cosineFall(progress: number, floor: number): number {
  return floor + ((1 - floor) * (1 + Math.cos(Math.PI * Math.min(progress, 1)))) / 2
}

/** From 1/n in the first update evenly up to 1 in the n-th, then 1. */
export function linearRise(done: number, length: number): number {
  return length > 0 ? Math.min((done + 1) / length, 1) : 1
}

/** Parameters that several schedules share. */
export const floor = {
  labels: { en: 'Final share of the rate', zh: '末尾学习率占比' },
  symbol: 'f',
  default: 0,
  min: 0,
  max: 1,
} as const

export const warmUp = {
  labels: { en: 'Warm-up updates', zh: '预热更新次数' },
  symbol: 'W',
  default: 100,
  min: 0,
  max: 10_000,
  integer: true,
} as const
