/** What a declared parameter is: its kinds, their values, and what is said of a value that can't be used. */

/** Why a given value was not used as it stood. Codes, not sentences: the page words them in the reader's language. */
export type ParamProblemCode = 'out-of-range' | 'wrong-type' | 'unknown-key' | 'unknown-choice' | 'too-long'

export interface ParamProblem {
  readonly code: ParamProblemCode
  readonly key: string
  /** What was given, shortened for display. */
  readonly given: string
  /** What is used instead, as URL text. */
  readonly used: string
}

export interface Read<V> {
  readonly value: V
  readonly problem?: ParamProblemCode
}

/** How a change of a parameter reaches the run: it starts a new one, is set live, or only alters what is looked at. */
export interface ParamOptions {
  /** May change during a run (sent as `set`). Otherwise a change starts a new run. */
  readonly live?: boolean
  /** Alters only what is shown: reaches `frame(look)` and the View, never a step. */
  readonly look?: boolean
  /** Of two compared settings both have it: not what is tried, but what both are looked at with. */
  readonly shared?: boolean
  /** What it changes is computed by the run: while a recorded frame stands, a run is brought to the frame's step for it. */
  readonly asks?: boolean
  /** Hides the control unless the other values ask for it. */
  readonly when?: (values: Readonly<Record<string, unknown>>) => boolean
  /** Keys of older links that mean this parameter. */
  readonly aliases?: readonly string[]
  /** The mathematical symbol shown beside the label, e.g. `η`. */
  readonly symbol?: string
  /** Controls of one group stand together, one group at a time; those without a group always show. */
  readonly group?: string
  /** Never shown as a control: the View or the text sets it (a start point on a map, a guess). */
  readonly hidden?: boolean
}

interface ParamBase<K extends string, V> extends ParamOptions {
  readonly kind: K
  readonly default: V
  read(raw: unknown): Read<V>
  write(value: V): string
  /** A random valid value, for tests; `random` is uniform on [0, 1). */
  sample(random: () => number): V
}

export type Scale = 'linear' | 'log'

export interface NumberParam extends ParamBase<'number', number> {
  readonly min: number
  readonly max: number
  readonly scale: Scale
  /** The step of the slider and the arrow keys on a linear scale; a log scale steps by ratio. */
  readonly step?: number
}
export interface IntegerParam extends ParamBase<'integer', number> {
  readonly min: number
  readonly max: number
  readonly scale: Scale
}
export type ToggleParam = ParamBase<'toggle', boolean>
export interface ChoiceParam<C extends string = string> extends ParamBase<'choice', C> {
  readonly options: readonly C[]
}
export interface SeedParam extends ParamBase<'seed', number> {
  readonly min: number
  readonly max: number
}
export interface TextParam extends ParamBase<'text', string> {
  readonly maxLength: number
}
export interface ExpressionParam extends ParamBase<'expression', string> {
  readonly maxLength: number
}
export type DataParam = ParamBase<'data', string>
export interface ListParam<V> extends ParamBase<'list', readonly V[]> {
  readonly item: AnyParamOf<V>
  readonly minLength: number
  readonly maxLength: number
}
export interface RecordParam<V extends object> extends ParamBase<'record', V> {
  readonly fields: Readonly<Record<string, AnyParam>>
}
export interface MatrixParam extends ParamBase<'matrix', readonly (readonly number[])[]> {
  readonly min: number
  readonly max: number
}
export interface LabelledPoint {
  readonly x: number
  readonly y: number
  /** Class index; a number that was measured there, where the declaration says so; else 0. */
  readonly label: number
}
export interface PointsParam extends ParamBase<'points', readonly LabelledPoint[]> {
  readonly min: number
  readonly max: number
  readonly classes: number
  /** Labels are numbers from the first to the second, not classes. */
  readonly measured?: readonly [number, number]
  readonly maxLength: number
}

export type AnyParamOf<V> = ParamBase<string, V>
/**
 * Any declared parameter. `never` on the writing side lets one list hold parameters of different value types;
 * generic code goes through `parseValues`, `formatValues` and `sampleValues`.
 */
export interface AnyParam extends ParamOptions {
  readonly kind: string
  readonly default: unknown
  read(raw: unknown): Read<unknown>
  write(value: never): string
  sample(random: () => number): unknown
}
export type Params = Readonly<Record<string, AnyParam>>
export type ValueOf<P> = P extends { readonly default: infer D; read(raw: unknown): Read<infer V> }
  ? unknown extends V
    ? D
    : V
  : never
export type Values<P extends Params> = { readonly [K in keyof P]: ValueOf<P[K]> }

/** The kinds with their details, for code that maps a declaration to a control: narrow by `kind`. */
export type DeclaredParam =
  | NumberParam
  | IntegerParam
  | ToggleParam
  | ChoiceParam
  | SeedParam
  | TextParam
  | ExpressionParam
  | DataParam
  | ListParam<unknown>
  | RecordParam<object>
  | MatrixParam
  | PointsParam
