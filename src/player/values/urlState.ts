import type { ParamProblem, Params, Values } from '../../protocol/params.ts'
import { formatValues, parseValues } from '../../protocol/values.ts'

/** A value whose text is longer than this stays out of links; browsers and chat programs cut longer ones. */
export const LONGEST_VALUE = 1200

/** A problem of the setting that the figure shows, or of B where two are compared. */
export interface SideProblem extends ParamProblem {
  readonly ofB?: true
}

/** Texts of one figure's settings, by key; those of B begin with `b.`, and say only where B differs from A. */
export type Texts = Readonly<Record<string, string>>

const B = 'b.'

export interface FromTexts {
  readonly values: Values<Params>
  /** The values of B; null where nothing is compared. */
  readonly compared: Values<Params> | null
  readonly problems: readonly SideProblem[]
}

export interface FromUrl extends FromTexts {
  /** The address says something about this figure. */
  readonly given: boolean
}

/** Reads one or two settings from their texts. Never throws: what can't be used is reported. */
export function readTexts(params: Params, texts: Texts, base: Values<Params>): FromTexts {
  const entries = Object.entries(texts)
  const own = entries.filter(([key]) => !key.startsWith(B))
  const other = entries.filter(([key]) => key.startsWith(B)).map(([key, text]) => [key.slice(B.length), text])
  const { values, problems } = parseValues(params, Object.fromEntries(own), base)
  if (other.length === 0) return { values, compared: null, problems }
  const b = parseValues(params, Object.fromEntries(other), values)
  const told = b.problems.map((problem): SideProblem =>
    problem.code === 'unknown-key' ? { ...problem, key: B + problem.key } : { ...problem, ofB: true },
  )
  return { values, compared: b.values, problems: [...problems, ...told] }
}

/**
 * Reads one figure's settings, `?<figure>.<key>=…` and `?<figure>.b.<key>=…`, from an address. `stored` holds texts that
 * were too large for an address; the address wins over them.
 */
export function readUrlValues(
  search: string,
  figure: string,
  params: Params,
  base: Values<Params>,
  stored: Texts = {},
): FromUrl {
  const prefix = `${figure}.`
  const given = Object.fromEntries(
    [...new URLSearchParams(search)].flatMap(([name, text]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), text]] : [],
    ),
  )
  return { given: Object.keys(given).length > 0, ...readTexts(params, { ...stored, ...given }, base) }
}

/** All that the settings hold beyond the figure's own, as texts. B is named even where it is like A. */
export function textsOf(
  params: Params,
  [a, b]: readonly [Values<Params>, ...Values<Params>[]],
  base: Values<Params>,
): Texts {
  const texts = formatValues(params, a, base)
  if (b === undefined) return texts
  const differing = Object.entries(formatValues(params, b, a))
  const other = differing.some(([, text]) => text.length <= LONGEST_VALUE)
    ? differing
    : [...differing, ...anyText(params, b)]
  return { ...texts, ...Object.fromEntries(other.map(([key, text]) => [B + key, text])) }
}

/** One value that fits an address, so that the address says that there is a B; of what the reader sees, if there is one. */
function anyText(params: Params, values: Values<Params>): readonly (readonly [string, string])[] {
  const keys = Object.keys(params).sort(
    (a, b) => Number(params[a]?.hidden ?? false) - Number(params[b]?.hidden ?? false),
  )
  const all = keys.map((key) => [key, params[key]?.write(values[key] as never) ?? ''] as const)
  return all.filter(([, text]) => text !== '' && text.length <= LONGEST_VALUE).slice(0, 1)
}

export interface UrlTexts {
  /** What goes into the address. */
  readonly texts: Texts
  /** Keys of values too large for it. */
  readonly large: readonly string[]
}

/** Of the texts those that an address can hold; the others are only named. */
export function urlTexts(texts: Texts): UrlTexts {
  const all = Object.entries(texts)
  const large = all.filter(([, text]) => text.length > LONGEST_VALUE).map(([key]) => key)
  return {
    texts: Object.fromEntries(all.filter(([, text]) => text.length <= LONGEST_VALUE)),
    large: [...new Set(large.map((key) => (key.startsWith(B) ? key.slice(B.length) : key)))],
  }
}

/** Replaces one figure's part of an address; other figures' parts and all other keys stay as they are. */
export function writeUrlTexts(search: string, figure: string, texts: Texts): string {
  const prefix = `${figure}.`
  const kept = [...new URLSearchParams(search)].filter(([name]) => !name.startsWith(prefix))
  const own = Object.entries(texts).map(([key, text]) => [prefix + key, text])
  const written = new URLSearchParams([...kept, ...own]).toString()
  return written === '' ? '' : `?${readable(written)}`
}

/** Keys of an address that are written as a figure's but belong to none of these. */
export function strangersIn(search: string, figures: readonly string[]): readonly string[] {
  const names = [...new URLSearchParams(search).keys()]
  return names.filter((name) => {
    const [, figure] = /^([a-z][a-z0-9-]{0,40})\.(?:b\.)?[a-zA-Z]\w{0,40}$/.exec(name) ?? []
    return figure !== undefined && !figures.includes(figure)
  })
}

/** These may stand unescaped in a query, and a link that can be read is a link that is trusted. */
const READABLE: Readonly<Record<string, string>> = {
  '%2C': ',',
  '%3B': ';',
  '%7E': '~',
  '%3A': ':',
  '%2F': '/',
}
function readable(query: string): string {
  return query.replace(/%(2C|3B|7E|3A|2F)/g, (escaped) => READABLE[escaped] ?? escaped)
}
