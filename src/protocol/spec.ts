import type { Params, Values } from './params.ts'

/** What the figure computes with; decides the backend. `plain` = typed arrays only, no tensors. */
export type Workload = 'plain' | 'tiny' | 'dense' | 'conv' | 'sequence'

/** What one step of the run is; the player words it ("update 12", "round 12"). */
export type StepIs = 'update' | 'round' | 'environment-step' | 'sweep' | 'epoch' | 'operation'

/** Steps per second, as fast as it goes, or phase by phase. */
export type Speed = 1 | 10 | 60 | 'max' | 'slow'

export interface MetricSpec {
  /** `log` draws the curve on a logarithmic axis. */
  readonly scale: 'log' | 'linear'
  /** Train is drawn solid, test dashed; a `count` or `share` is neither. */
  readonly role?: 'train' | 'test' | 'share' | 'count'
  /** Not drawn on the scrubber, but kept in the history, the table and the export. */
  readonly hidden?: boolean
}

/** One run of a figure that shows several: its own id (for labels and colours) and its own values. */
export interface Member<P extends Params> {
  readonly id: string
  readonly values: Values<P>
}

/** Files for the reader to keep, as a run answers them. */
export interface Download {
  readonly files: readonly {
    readonly name: string
    readonly type: string
    readonly content: string | Uint8Array<ArrayBuffer>
  }[]
}

/** Values that a View offers to a figure of another widget: which widget, and the parameters that are given. */
export interface Offer {
  readonly widget: string
  readonly params: readonly string[]
}

/** Types that travel between a widget's experiment and its View. They exist for the compiler only. */
export interface Traffic {
  readonly frame: unknown
  readonly action: unknown
  readonly question: unknown
  readonly answer: unknown
}

export interface Spec<P extends Params = Params, T extends Traffic = Traffic> {
  /** The folder's name. */
  readonly name: string
  readonly params: P
  /** Absent: the widget computes no model; its View draws `values` and its status is `still`. */
  readonly run?: RunSpec<P>
  /** Named settings that a reader can choose: values that differ from the defaults. */
  readonly presets?: Readonly<Record<string, Partial<Values<P>>>>
  /** What a reader can take away besides pictures and numbers: by id, the question whose answer is a `Download`. */
  readonly exports?: Readonly<Record<string, T['question']>>
  /** What its View can hand to another figure of the same page, by id. Where the page has no such figure, nothing is offered. */
  readonly offers?: Readonly<Record<string, Offer>>
  /** Never present at run time: carries the traffic's types. */
  readonly traffic?: T
}

export interface RunSpec<P extends Params> {
  readonly workload: Workload
  readonly stepIs: StepIs
  /** Metric ids, as `measure()` names them, in the order of their importance: the first drawn one is the headline. */
  readonly metrics: Readonly<Record<string, MetricSpec>>
  /** Steps between measurements (1 = every step); kept sparser beyond 1,000 recorded points. */
  readonly measureEvery: number
  /** The speed at which learning is visible. */
  readonly speed: Speed
  /** After this step the run is `done` (it can be continued by stepping). */
  endStep(values: Values<P>): number
  /** Several runs side by side, each with its own values. They advance in lockstep unless `free`. */
  members?(values: Values<P>): readonly Member<P>[]
  readonly free?: boolean
  /** The named parts of one step, for slow motion. */
  readonly phases?: readonly string[]
  /** Metric ids and paths in a frame where ±∞ is a true answer (a divergence where q = 0 < p), not a broken run. */
  readonly infinities?: readonly string[]
}

/** Declares a widget. Call as `defineSpec<{ frame: F; action: A; question: Q; answer: R }>()({ … })`. */
export function defineSpec<T extends Traffic>() {
  return <P extends Params>(spec: Spec<P, T>): Spec<P, T> => spec
}

export type AnySpec = Spec
export type SpecValues<S> = S extends Spec<infer P, infer _T> ? Values<P> : never
export type SpecFrame<S> = S extends Spec<infer _P, infer T> ? T['frame'] : never
export type SpecAction<S> = S extends Spec<infer _P, infer T> ? T['action'] : never
export type SpecQuestion<S> = S extends Spec<infer _P, infer T> ? T['question'] : never
export type SpecAnswer<S> = S extends Spec<infer _P, infer T> ? T['answer'] : never

/** The members of a figure's session: one run with the figure's own values unless the spec says otherwise. */
export function membersOf<P extends Params, T extends Traffic>(
  spec: Spec<P, T>,
  values: Values<P>,
): readonly Member<P>[] {
  return spec.run?.members?.(values) ?? [{ id: 'run', values }]
}
