import type { Labels } from './labels.ts'

/** A number that shapes a rule (a slope, a decay rate…), with what a control needs to show it. */
export interface Parameter {
  readonly labels: Labels
  /** TeX, without dollar signs. */
  readonly symbol: string
  readonly default: number
  readonly min: number
  readonly max: number
  /** How a slider moves; linear unless said. */
  readonly scale?: 'log'
  /** Only whole numbers make sense. */
  readonly integer?: true
  /** Only 0 (off) and 1 (on) make sense. */
  readonly toggle?: true
  /** Training changes this number along with the weights. */
  readonly learned?: true
}

export type Parameters<K extends string = string> = Readonly<Record<K, Parameter>>

/** Numbers for parameters, by name. */
export type Values<K extends string = string> = Readonly<Record<K, number>>

/** The defaults of all parameters, with the given numbers in their place. Other keys are ignored. */
export function fillIn<K extends string>(parameters: Parameters<K>, given: Partial<Values> = {}): Values<K> {
  const values = {} as Record<K, number>
  for (const name in parameters) values[name] = given[name] ?? parameters[name].default
  return values
}
