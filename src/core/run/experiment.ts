import type { Rng } from '../../math/rng.ts'
import type { BackendId, Checkpoint, Look } from '../../protocol/messages.ts'
import type {
  AnySpec,
  SpecAction,
  SpecAnswer,
  SpecFrame,
  SpecQuestion,
  SpecValues,
} from '../../protocol/spec.ts'
import type { ReaderData } from '../readerData.ts'

/** What a run may draw on. */
export interface Env {
  /** Seeded from the values' `seed` (and nothing else); split it by label for each purpose. */
  readonly rng: Rng
  /** The tensor backend of this worker; tensors may be used unless the spec says `plain`. */
  readonly backend: BackendId
  /** Index among the figure's members: of its own setting, where two are compared. */
  readonly member: number
  /** Files that the reader gave, by the names that values hold. Absent: there are none. */
  readonly data?: ReaderData
}

export type Metrics = Readonly<Record<string, number>>

/**
 * One training with a fixed start. `save`, `set`, `act` and `restore` come only between steps; `frame` and `measure`
 * alter nothing that a later step reads.
 */
export interface Run<S extends AnySpec> {
  /** One step as the spec's `stepIs` names it. Depends on no frame and no clock; reads nothing back from a GPU. */
  step(): void | Promise<void>
  /** The same result as n × step, faster. */
  steps?(n: number): void | Promise<void>
  /** The same step in named parts, bit-equal to `step`. */
  phases?(): AsyncIterable<string>
  /** Evaluation from its own random stream. Non-finite numbers are allowed: the loop stops the run on them. */
  measure?(): Metrics | Promise<Metrics>
  /**
   * Whether the run has met its own end before its end step, as last measured (a loss reached, a patience used up).
   * Asked after each measurement; playing stops there, stepping goes on.
   */
  finished?(): boolean
  /** What a reader sees now: numbers and copies in typed arrays, transferable. */
  frame(look: Look): SpecFrame<S> | Promise<SpecFrame<S>>
  /** On demand: trains nothing. */
  ask?(question: SpecQuestion<S>): SpecAnswer<S> | Promise<SpecAnswer<S>>
  /** Live parameters, already valid. */
  set?(values: Partial<SpecValues<S>>): void | Promise<void>
  /** The reader's hand. Unknown actions are ignored: links may be old. */
  act?(action: SpecAction<S>): void | Promise<void>
  /** When a measurement is not finite: where and why, for the problem panel. */
  diagnose?():
    | { readonly place?: string; readonly cause?: string }
    | Promise<{ readonly place?: string; readonly cause?: string }>
  /** Everything needed to go on bit-identically, in fresh copies. */
  save(): Checkpoint | Promise<Checkpoint>
  restore(checkpoint: Checkpoint): void | Promise<void>
  /** Leaves no tensor behind. May come at any time between steps. */
  dispose(): void
}

export interface Experiment<S extends AnySpec> {
  readonly spec: S
  create(values: SpecValues<S>, env: Env): Run<S> | Promise<Run<S>>
}

/** Binds what one step means to a widget's declaration. */
export function defineExperiment<S extends AnySpec>(
  spec: S,
  experiment: Omit<Experiment<S>, 'spec'>,
): Experiment<S> {
  return { spec, ...experiment }
}
