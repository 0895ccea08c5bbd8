import type { Algebra } from './algebra.ts'
import type { Labels } from './labels.ts'
import type { Parameter, Parameters, Values } from './parameter.ts'

/** What an update needs and gives, over an algebra. Slots are what an optimiser remembers for each weight. */
export interface UpdateInput<T, H extends string, S extends string, F extends string> {
  readonly weight: T
  readonly gradient: T
  readonly slots: Readonly<Record<S, T>>
  /** The numbers of this step, from `factors`. */
  readonly factors: Readonly<Record<F, T>>
  readonly hyper: Values<H>
}

/** What `update` needs: the same, with the rate and the number of the update (counted from 1) as plain numbers. */
export interface StepInput<T, H extends string = string, S extends string = string> {
  readonly weight: T
  readonly gradient: T
  readonly slots: Readonly<Record<S, T>>
  readonly rate: number
  readonly step: number
  readonly hyper: Values<H>
}

export interface UpdateOutput<T, S extends string = string> {
  readonly weight: T
  readonly slots: Readonly<Record<S, T>>
}

interface Definition<H extends string, S extends string, F extends string> {
  readonly id: string
  readonly order: number
  readonly labels: Labels
  /** TeX of the update, one line per equation: g gradient, w weight, `\eta` rate, t the number of the update from 1. */
  readonly formula: readonly string[]
  /** The learning rate a reader starts from. */
  readonly rate: Parameter
  /** Another optimiser whose rates suit this one too, on landscapes that name no rate for it. */
  readonly like?: string
  /** Rates for landscapes, by id, where those of the other do not suit. */
  readonly rates?: Readonly<Record<string, number>>
  readonly hyper: Parameters<H>
  readonly slots: readonly S[]
  /** What a slot holds before the first update; 0 unless said. */
  initialSlot?(slot: S, hyper: Values<H>): number
  /**
   * The numbers that change from update to update and do not depend on the weights. Computing them apart lets
   * compiled code take them as inputs. `update` counts from 1.
   */
  factors(rate: number, update: number, hyper: Values<H>): Readonly<Record<F, number>>
  /** One update, element by element. It may branch on `hyper`, never on elements. */
  rule<T>(o: Algebra<T>, input: UpdateInput<T, H, S, F>): UpdateOutput<T, S>
}

export interface Optimizer<
  H extends string = string,
  S extends string = string,
  F extends string = string,
> extends Definition<H, S, F> {
  initialSlot(slot: S, hyper: Values<H>): number
  /** `rule` with its factors as constants. */
  update<T>(o: Algebra<T>, input: StepInput<T, H, S>): UpdateOutput<T, S>
}

/** Declares an optimiser; one file of `optimizers/` exports it by default. */
export function defineOptimizer<H extends string, S extends string, F extends string>(
  definition: Definition<H, S, F>,
): Optimizer {
  const optimizer: Optimizer<H, S, F> = {
    initialSlot: () => 0,
    ...definition,
    update<T>(o: Algebra<T>, { weight, gradient, slots, rate, step, hyper }: StepInput<T, H, S>) {
      const factors: Record<F, T> = mapRecord(definition.factors(rate, step, hyper), (value) =>
        o.constant(value),
      )
      return definition.rule<T>(o, { weight, gradient, slots, factors, hyper })
    },
  }
  return optimizer
}

function mapRecord<K extends string, A, B>(record: Readonly<Record<K, A>>, f: (value: A) => B): Record<K, B> {
  const mapped = {} as Record<K, B>
  for (const key in record) mapped[key] = f(record[key])
  return mapped
}

/** A rate that suits an optimiser on a landscape: its own there, or that of the one it is like. */
export function suitableRate(
  { id, like, rates = {}, rate }: Optimizer,
  landscape: { readonly id: string; readonly rates: Readonly<Record<string, number>> },
): number {
  return landscape.rates[id] ?? rates[landscape.id] ?? landscape.rates[like ?? id] ?? rate.default
}

/** g + λ w: L2 regularisation as part of the gradient. Without decay, the gradient itself. */
export function withL2<T>(o: Algebra<T>, gradient: T, weight: T, decay: number): T {
  return decay === 0 ? gradient : o.add(gradient, o.mul(o.constant(decay), weight))
}

/** ρ a + (1 − ρ) b: an exponential moving average that takes in b. */
export function average<T>(o: Algebra<T>, rho: number, a: T, b: T): T {
  return o.add(o.mul(o.constant(rho), a), o.mul(o.constant(1 - rho), b))
}
