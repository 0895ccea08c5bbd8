/** Something the author asked for that can't be had: explained in words, exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

/** `a`, `b` or `c`. */
export const oneOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`

/** The known name that a shortened one must mean, as the last word or words of no other: `rate` for `learningRate`. */
export function fullName(name: string, known: readonly string[]): string | undefined {
  const written = name.toLowerCase()
  const [only, second] = known.filter((candidate) => candidate.toLowerCase().endsWith(written))
  return written.length < 3 || second !== undefined ? undefined : only
}

/** The known name nearest to a mistyped one, if any is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const full = fullName(name, known)
  if (full !== undefined) return full
  const scored = known.map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
  const best = scored.sort((a, b) => a.distance - b.distance)[0]
  return best !== undefined && best.distance <= Math.max(1, name.length / 3) ? best.candidate : undefined
}

/** Levenshtein's distance: insertions, deletions and replacements from a to b. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]
}

/** Says that a name is unknown, what may have been meant, and which are known. */
export function unknown(what: string, name: string, known: readonly string[]): UsageError {
  const meant = nearest(name, known)
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`
  return new UsageError(`Unknown ${what} "${name}".${hint} Known: ${known.join(', ') || 'none'}.`)
}
