import type { AnyParamOf, ListParam, ParamOptions, Params, RecordParam, Values } from '../param.ts'
import { withoutHoles, withProblem, worst } from './reads.ts'

/** Separators of nested values are escaped, so that any text may stand inside a list. */
const escapePart = (part: string): string =>
  part.replace(/[%,;~]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
const unescapePart = (part: string): string =>
  part.replace(/%(25|2c|3b|7e)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

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
      // Nothing is invented for what can't be read: the rest may mean little without it.
      if (reads.some((r) => r.problem === 'wrong-type')) return { value: o.default, problem: 'wrong-type' }
      const problem = parts.length > o.max ? 'out-of-range' : worst(reads)
      // A choice that there is not is left out; the others still stand.
      const known = item.kind === 'choice' ? reads.filter((r) => r.problem !== 'unknown-choice') : reads
      if (known.length < Math.max(minLength, 1) && problem !== undefined) return { value: o.default, problem }
      return withProblem(
        known.map((r) => r.value),
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
