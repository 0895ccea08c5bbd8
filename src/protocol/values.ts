import type { AnyParam, ParamProblem, Params, Values } from './params.ts'

/** All defaults of a set of parameters. */
export function defaultValues<P extends Params>(params: P): Values<P> {
  return Object.fromEntries(Object.entries(params).map(([key, p]) => [key, p.default])) as Values<P>
}

export interface Parsed<P extends Params> {
  readonly values: Values<P>
  readonly problems: readonly ParamProblem[]
}

const LONGEST_SHOWN = 40
/** Controls, and marks that turn the direction of writing: a link must not be able to garble the sentence it is told in. */
const UNSHOWABLE = /[\p{Cc}\p{Cf}\p{Cs}]/gu

const shorten = (raw: unknown): string => {
  let text: string
  try {
    text = typeof raw === 'string' ? raw : (JSON.stringify(raw) ?? String(raw))
  } catch {
    text = Object.prototype.toString.call(raw)
  }
  const plain = text.replace(UNSHOWABLE, '�')
  return plain.length > LONGEST_SHOWN ? `${plain.slice(0, LONGEST_SHOWN - 1)}…` : plain
}

const written = (param: AnyParam, value: unknown): string => param.write(value as never)

/**
 * Reads whatever was given into valid values: never throws. Out of range is clamped, a wrong type falls back to `base`
 * (the defaults unless given), and each such case and each unknown key is reported.
 */
export function parseValues<P extends Params>(
  params: P,
  given: unknown,
  base?: Partial<Values<P>>,
): Parsed<P> {
  const problems: ParamProblem[] = []
  const start: Record<string, unknown> = { ...defaultValues(params), ...base }
  const source = typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {}
  const keyOf = new Map<string, string>()
  for (const [key, param] of Object.entries(params)) {
    for (const alias of param.aliases ?? []) keyOf.set(alias, key)
  }
  for (const key of Object.keys(params)) keyOf.set(key, key)
  for (const [name, raw] of Object.entries(source)) {
    if (raw === undefined) continue
    const key = keyOf.get(name)
    const param = key === undefined ? undefined : params[key]
    if (key === undefined || param === undefined) {
      problems.push({ code: 'unknown-key', key: shorten(name), given: shorten(raw), used: '' })
      continue
    }
    const read = param.read(raw)
    // What fell back tells nothing of what was meant, so the figure's own preset stands; a clamped value does.
    const told = read.problem === 'wrong-type' || read.problem === 'unknown-choice'
    const fellBack =
      read.value === param.default && (told || (read.problem && typeof read.value === 'object'))
    const value = fellBack ? start[key] : read.value
    start[key] = value
    if (read.problem)
      problems.push({ code: read.problem, key, given: shorten(raw), used: written(param, value) })
  }
  return { values: start as Values<P>, problems }
}

/** The URL texts of all values that differ from `base` (the defaults unless given). Inverse of `parseValues`. */
export function formatValues<P extends Params>(
  params: P,
  values: Values<P>,
  base?: Partial<Values<P>>,
): Record<string, string> {
  const start: Record<string, unknown> = { ...defaultValues(params), ...base }
  const texts: Record<string, string> = {}
  for (const [key, param] of Object.entries(params)) {
    const text = written(param, values[key])
    if (text !== written(param, start[key])) texts[key] = text
  }
  return texts
}

/** Random valid values, for tests. `random` is uniform on [0, 1). */
export function sampleValues<P extends Params>(params: P, random: () => number): Values<P> {
  return Object.fromEntries(Object.entries(params).map(([key, p]) => [key, p.sample(random)])) as Values<P>
}

/** How a change from `before` to `after` must be carried out. */
export function classifyChange<P extends Params>(
  params: P,
  before: Values<P>,
  after: Values<P>,
): { readonly restart: boolean; readonly set: Partial<Values<P>>; readonly look: boolean } {
  const set: Record<string, unknown> = {}
  let restart = false
  let look = false
  for (const [key, param] of Object.entries(params)) {
    if (written(param, before[key]) === written(param, after[key])) continue
    if (param.look) look = true
    else if (param.live) set[key] = after[key]
    else restart = true
  }
  return { restart, set: set as Partial<Values<P>>, look }
}
