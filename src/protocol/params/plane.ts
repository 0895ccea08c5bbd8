import type { LabelledPoint, MatrixParam, ParamOptions, PointsParam, Read } from '../param.ts'
import { clamp, readNumber, sampleNumber } from './numbers.ts'
import { withoutHoles, withProblem, worst } from './reads.ts'

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

/** Points in the plane with class labels or measured numbers, written `x,y,label;…`. */
export function points(
  o: ParamOptions & {
    readonly default: readonly LabelledPoint[]
    readonly min: number
    readonly max: number
    readonly classes?: number
    readonly measured?: readonly [number, number]
    readonly maxLength: number
  },
): PointsParam {
  const classes = o.classes ?? 1
  const [least, most] = o.measured ?? [0, classes - 1]
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
    const of = readNumber(label ?? 0, Number.NaN, least, most, o.measured === undefined)
    if (![...reads, of].every((r) => Number.isFinite(r.value))) return undefined
    const [px, py] = reads.map((r) => clamp(roundCoordinate(r.value), o.min, o.max))
    return withProblem(
      { x: px ?? 0, y: py ?? 0, label: o.measured ? roundCoordinate(of.value) : of.value },
      worst([...reads, of]),
    )
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
      if (good.length === 0 && parts.length > 0) return { value: o.default, problem: 'wrong-type' }
      const problem =
        parts.length > o.maxLength ? 'too-long' : good.length < reads.length ? 'wrong-type' : worst(good)
      return withProblem(
        good.map((r) => r.value),
        problem,
      )
    },
    write: (v) =>
      v.map((p) => [p.x, p.y, ...(classes > 1 || o.measured ? [p.label] : [])].join(',')).join(';'),
    sample: (random) =>
      Array.from({ length: Math.floor(random() * Math.min(o.maxLength, 8)) }, () => ({
        x: clamp(roundCoordinate(sampleNumber(random, o.min, o.max, 'linear')), o.min, o.max),
        y: clamp(roundCoordinate(sampleNumber(random, o.min, o.max, 'linear')), o.min, o.max),
        label: o.measured
          ? clamp(roundCoordinate(sampleNumber(random, least, most, 'linear')), least, most)
          : Math.floor(random() * classes),
      })),
  }
}
