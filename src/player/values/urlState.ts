import type { ParamProblem, Params, Values } from '../../protocol/params.ts'
import { formatValues, parseValues } from '../../protocol/values.ts'

/** A value whose text is longer than this stays out of links; browsers and chat programs cut longer ones. */
export const LONGEST_VALUE = 1200

export interface FromUrl {
  /** The address says something about this figure. */
  readonly given: boolean
  readonly values: Values<Params>
  readonly problems: readonly ParamProblem[]
}

/**
 * Reads one figure's values, `?<figure>.<key>=…`, from an address. Never throws: what can't be used is reported.
 * `stored` holds texts that were too large for an address; the address wins over them.
 */
export function readUrlValues(
  search: string,
  figure: string,
  params: Params,
  base: Values<Params>,
  stored: Readonly<Record<string, string>> = {},
): FromUrl {
  const prefix = `${figure}.`
  const given = Object.fromEntries(
    [...new URLSearchParams(search)].flatMap(([name, text]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), text]] : [],
    ),
  )
  const { values, problems } = parseValues(params, { ...stored, ...given }, base)
  return { given: Object.keys(given).length > 0, values, problems }
}

export interface UrlTexts {
  /** What goes into the address. */
  readonly texts: Readonly<Record<string, string>>
  /** Keys of values too large for it. */
  readonly large: readonly string[]
}

/** The texts of all values that differ from the figure's own; those too large for an address are only named. */
export function urlTexts(params: Params, values: Values<Params>, base: Values<Params>): UrlTexts {
  const all = Object.entries(formatValues(params, values, base))
  return {
    texts: Object.fromEntries(all.filter(([, text]) => text.length <= LONGEST_VALUE)),
    large: all.filter(([, text]) => text.length > LONGEST_VALUE).map(([key]) => key),
  }
}

/** Replaces one figure's part of an address; other figures' parts and all other keys stay as they are. */
export function writeUrlTexts(
  search: string,
  figure: string,
  texts: Readonly<Record<string, string>>,
): string {
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
    const [, figure] = /^([a-z][a-z0-9-]{0,40})\.[a-zA-Z]\w{0,40}$/.exec(name) ?? []
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
