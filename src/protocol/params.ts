/**
 * Parameters are declared once. From the declaration follow controls, ranges, URL keys, validation, defaults and tests.
 * `read` accepts what a URL, a message or a control may hold and never throws: what it can't use, it reports.
 */

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
  /** Hides the control unless the other values ask for it. */
  readonly when?: (values: Readonly<Record<string, unknown>>) => boolean
  /** Keys of older links that mean this parameter. */
  readonly aliases?: readonly string[]
  /** The mathematical symbol shown beside the label, e.g. `η`. */
  readonly symbol?: string
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
  /** Class index, or 0 where classes have no meaning. */
  readonly label: number
}
export interface PointsParam extends ParamBase<'points', readonly LabelledPoint[]> {
  readonly min: number
  readonly max: number
  readonly classes: number
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
  | ListParam<unknown>
  | RecordParam<object>
  | MatrixParam
  | PointsParam

const clamp = (x: number, min: number, max: number): number => Math.min(max, Math.max(min, x))

/** A finite number from a number or its text; undefined for anything else. ±∞ is kept, to be clamped. */
function toNumber(raw: unknown): number | undefined {
  const x =
    typeof raw === 'number' ? raw : typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : Number.NaN
  return Number.isNaN(x) ? undefined : x
}

function readNumber(
  raw: unknown,
  fallback: number,
  min: number,
  max: number,
  integer: boolean,
): Read<number> {
  const x = toNumber(raw)
  if (x === undefined) return { value: fallback, problem: 'wrong-type' }
  const clamped = clamp(x, min, max)
  const value = (integer ? Math.round(clamped) : clamped) + 0 || 0 // −0 becomes 0, so that text and value agree
  if (clamped !== x) return { value, problem: 'out-of-range' }
  return value === x || (value === 0 && x === 0) ? { value } : { value, problem: 'wrong-type' }
}

function sampleNumber(random: () => number, min: number, max: number, scale: Scale): number {
  const u = random()
  return scale === 'log' && min > 0
    ? clamp(min * (max / min) ** u, min, max)
    : clamp(min + u * (max - min), min, max)
}

interface NumberDetails extends ParamOptions {
  readonly default: number
  readonly min: number
  readonly max: number
  readonly scale?: Scale
  readonly step?: number
}

/** A real number in [min, max]; `scale: 'log'` needs min > 0. */
export function number(o: NumberDetails): NumberParam {
  const scale = o.scale ?? 'linear'
  return {
    ...o,
    kind: 'number',
    scale,
    read: (raw) => readNumber(raw, o.default, o.min, o.max, false),
    write: String,
    sample: (random) => sampleNumber(random, o.min, o.max, scale) + 0 || 0,
  }
}

/** A whole number in [min, max]. */
export function integer(o: NumberDetails): IntegerParam {
  const scale = o.scale ?? 'linear'
  return {
    ...o,
    kind: 'integer',
    scale,
    read: (raw) => readNumber(raw, o.default, o.min, o.max, true),
    write: String,
    sample: (random) => Math.round(sampleNumber(random, o.min, o.max, scale)) + 0 || 0,
  }
}

/** The largest seed: it still reads aloud, and fits the generators' 32 bits. */
export const MAX_SEED = 999_999

/** The seed of every random draw in the run. */
export function seed(o: Partial<NumberDetails> = {}): SeedParam {
  const full = { ...o, default: o.default ?? 1, min: 0, max: MAX_SEED }
  const { read, write, sample } = integer(full)
  return { ...full, kind: 'seed', read, write, sample }
}

/** On or off; written 1 or 0. */
export function toggle(o: ParamOptions & { readonly default: boolean }): ToggleParam {
  return {
    ...o,
    kind: 'toggle',
    read(raw) {
      if (raw === true || raw === '1' || raw === 'true') return { value: true }
      if (raw === false || raw === '0' || raw === 'false') return { value: false }
      return { value: o.default, problem: 'wrong-type' }
    },
    write: (v) => (v ? '1' : '0'),
    sample: (random) => random() < 0.5,
  }
}

/** One of several ids. */
export function choice<const C extends string>(
  options: readonly C[],
  o: ParamOptions & { readonly default: NoInfer<C> },
): ChoiceParam<C> {
  return {
    ...o,
    kind: 'choice',
    options,
    read(raw) {
      const found = options.find((option) => option === raw)
      return found === undefined ? { value: o.default, problem: 'unknown-choice' } : { value: found }
    },
    write: (v) => v,
    sample: (random) => options[Math.floor(random() * options.length)] ?? o.default,
  }
}

interface TextDetails extends ParamOptions {
  readonly default: string
  readonly maxLength: number
}
const readText = (raw: unknown, o: TextDetails): Read<string> => {
  if (typeof raw !== 'string') return { value: o.default, problem: 'wrong-type' }
  // Cut by code point: half a surrogate pair does not survive a URL.
  const points = [
    ...raw.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '�'),
  ]
  if (points.length > o.maxLength)
    return { value: points.slice(0, o.maxLength).join(''), problem: 'too-long' }
  return { value: points.join('') }
}
const sampleText = (random: () => number, maxLength: number): string =>
  Array.from({ length: Math.floor(random() * Math.min(maxLength, 12)) }, () =>
    'abcxyz 你好,;~%&='.charAt(Math.floor(random() * 15)),
  ).join('')

/** Free text. */
export function text(o: TextDetails): TextParam {
  return {
    ...o,
    kind: 'text',
    read: (raw) => readText(raw, o),
    write: (v) => v,
    sample: (r) => sampleText(r, o.maxLength),
  }
}

/** Text that a widget parses as a formula; the widget explains what it can't read. */
export function expression(o: TextDetails): ExpressionParam {
  return {
    ...o,
    kind: 'expression',
    read: (raw) => readText(raw, o),
    write: (v) => v,
    sample: (r) => sampleText(r, o.maxLength),
  }
}

/** Separators of nested values are escaped, so that any text may stand inside a list. */
const escapePart = (part: string): string =>
  part.replace(/[%,;~]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
const unescapePart = (part: string): string =>
  part.replace(/%(25|2c|3b|7e)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** A sparse array's holes become undefined, which no kind takes for a value. */
const withoutHoles = (raw: readonly unknown[]): readonly unknown[] => Array.from(raw)

function worst(reads: readonly Read<unknown>[]): ParamProblemCode | undefined {
  return reads.find((r) => r.problem !== undefined)?.problem
}
const withProblem = <V>(value: V, problem: ParamProblemCode | undefined): Read<V> =>
  problem === undefined ? { value } : { value, problem }

/** Several values of one kind, written `4,2`. */
export function list<V>(
  item: AnyParamOf<V>,
  o: ParamOptions & { readonly default: readonly V[]; readonly min?: number; readonly max: number },
): ListParam<V> {
  const minLength = o.min ?? 0
  return {
    ...o,
    kind: 'list',
    item,
    minLength,
    maxLength: o.max,
    read(raw) {
      const parts: readonly unknown[] | undefined = Array.isArray(raw)
        ? withoutHoles(raw)
        : typeof raw === 'string'
          ? raw === ''
            ? []
            : raw.split(',').map(unescapePart)
          : undefined
      if (parts === undefined) return { value: o.default, problem: 'wrong-type' }
      if (parts.length < minLength) return { value: o.default, problem: 'out-of-range' }
      const reads = parts.slice(0, o.max).map((part) => item.read(part))
      const problem = parts.length > o.max ? 'out-of-range' : worst(reads)
      return withProblem(
        reads.map((r) => r.value),
        problem,
      )
    },
    write: (v) => v.map((x) => escapePart(item.write(x))).join(','),
    sample(random) {
      const length = minLength + Math.floor(random() * (o.max - minLength + 1))
      // A lone empty text would read as an empty list; real items are never empty texts.
      return Array.from({ length }, () => item.sample(random))
    },
  }
}

/** Named fields in a fixed order, e.g. a layer: units and activation, written `8~tanh`. */
export function record<P extends Params>(fields: P, o: ParamOptions = {}): RecordParam<Values<P>> {
  const keys = Object.keys(fields)
  const build = (value: (key: string) => unknown): Values<P> =>
    Object.fromEntries(keys.map((key) => [key, value(key)])) as Values<P>
  const defaults = build((key) => fields[key]?.default)
  return {
    ...o,
    kind: 'record',
    default: defaults,
    fields,
    read(raw) {
      const parts = typeof raw === 'string' ? raw.split('~').map(unescapePart) : undefined
      const given = (key: string, i: number): unknown =>
        parts
          ? parts[i]
          : typeof raw === 'object' && raw !== null
            ? (raw as Record<string, unknown>)[key]
            : undefined
      const reads = keys.map((key, i) => fields[key]?.read(given(key, i)) ?? { value: undefined })
      return withProblem(
        build((key) => reads[keys.indexOf(key)]?.value),
        worst(reads),
      )
    },
    write: (v) =>
      keys.map((key) => escapePart(fields[key]?.write(v[key as keyof typeof v] as never) ?? '')).join('~'),
    sample: (random) => build((key) => fields[key]?.sample(random)),
  }
}

/** Rows of numbers of one fixed shape, written `1,0;0,1`. */
export function matrix(
  o: ParamOptions & {
    readonly default: readonly (readonly number[])[]
    readonly min: number
    readonly max: number
  },
): MatrixParam {
  const rows = o.default.length
  const columns = o.default[0]?.length ?? 0
  return {
    ...o,
    kind: 'matrix',
    read(raw) {
      const given: readonly unknown[] | undefined = Array.isArray(raw)
        ? withoutHoles(raw)
        : typeof raw === 'string'
          ? raw.split(';').map((row) => row.split(','))
          : undefined
      if (given?.length !== rows) return { value: o.default, problem: 'wrong-type' }
      const cells = given.map((row) =>
        Array.isArray(row)
          ? withoutHoles(row).map((c) => readNumber(c, Number.NaN, o.min, o.max, false))
          : [],
      )
      if (cells.some((row) => row.length !== columns || row.some((c) => Number.isNaN(c.value))))
        return { value: o.default, problem: 'wrong-type' }
      return withProblem(
        cells.map((row) => row.map((c) => c.value)),
        worst(cells.flat()),
      )
    },
    write: (v) => v.map((row) => row.join(',')).join(';'),
    sample: (random) =>
      o.default.map((row) => row.map(() => sampleNumber(random, o.min, o.max, 'linear') + 0 || 0)),
  }
}

/** Coordinates keep three decimals: enough for a picture, short enough for a link. */
const roundCoordinate = (x: number): number => Math.round(x * 1000) / 1000 + 0 || 0

/** Points in the plane with class labels, written `x,y,label;…`. */
export function points(
  o: ParamOptions & {
    readonly default: readonly LabelledPoint[]
    readonly min: number
    readonly max: number
    readonly classes?: number
    readonly maxLength: number
  },
): PointsParam {
  const classes = o.classes ?? 1
  const readPoint = (raw: unknown): Read<LabelledPoint> | undefined => {
    const [x, y, label] =
      typeof raw === 'string'
        ? raw.split(',')
        : typeof raw === 'object' && raw !== null
          ? ['x', 'y', 'label'].map((k) => (raw as Record<string, unknown>)[k])
          : []
    const reads = [
      readNumber(x, Number.NaN, o.min, o.max, false),
      readNumber(y, Number.NaN, o.min, o.max, false),
    ]
    const of = readNumber(label ?? 0, Number.NaN, 0, classes - 1, true)
    if (![...reads, of].every((r) => Number.isFinite(r.value))) return undefined
    const [px, py] = reads.map((r) => clamp(roundCoordinate(r.value), o.min, o.max))
    return withProblem({ x: px ?? 0, y: py ?? 0, label: of.value }, worst([...reads, of]))
  }
  return {
    ...o,
    kind: 'points',
    classes,
    read(raw) {
      const parts: readonly unknown[] | undefined = Array.isArray(raw)
        ? withoutHoles(raw)
        : typeof raw === 'string'
          ? raw === ''
            ? []
            : raw.split(';')
          : undefined
      if (parts === undefined) return { value: o.default, problem: 'wrong-type' }
      const reads = parts.slice(0, o.maxLength).map(readPoint)
      const good = reads.filter((r) => r !== undefined)
      const problem =
        parts.length > o.maxLength ? 'too-long' : good.length < reads.length ? 'wrong-type' : worst(good)
      return withProblem(
        good.map((r) => r.value),
        problem,
      )
    },
    write: (v) => v.map((p) => [p.x, p.y, ...(classes > 1 ? [p.label] : [])].join(',')).join(';'),
    sample: (random) =>
      Array.from({ length: Math.floor(random() * Math.min(o.maxLength, 8)) }, () => ({
        x: clamp(roundCoordinate(sampleNumber(random, o.min, o.max, 'linear')), o.min, o.max),
        y: clamp(roundCoordinate(sampleNumber(random, o.min, o.max, 'linear')), o.min, o.max),
        label: Math.floor(random() * classes),
      })),
  }
}

/** Names a set of parameters; keys are the URL keys and the keys of their labels. */
export function defineParams<P extends Params>(params: P): P {
  return params
}
