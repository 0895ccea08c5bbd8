/** What the reader made, kept for this tab; what the reader chose, kept for this device. Safe where storage is blocked or full. */

const keyOf = (slug: string, figure: string): string => `figure/${slug}/${figure}`

export function readStored(slug: string, figure: string): Readonly<Record<string, string>> {
  try {
    const parsed: unknown = JSON.parse(sessionStorage.getItem(keyOf(slug, figure)) ?? '{}')
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return {}
    const texts = Object.entries(parsed).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    )
    return Object.fromEntries(texts)
  } catch {
    return {}
  }
}

/** False when it could not be kept. */
export function writeStored(slug: string, figure: string, texts: Readonly<Record<string, string>>): boolean {
  try {
    if (Object.keys(texts).length === 0) sessionStorage.removeItem(keyOf(slug, figure))
    else sessionStorage.setItem(keyOf(slug, figure), JSON.stringify(texts))
    return true
  } catch {
    return false
  }
}

/** A choice that the reader made for the whole book; null if there is none or it can't be known. */
export function readChoice(what: string): string | null {
  try {
    return localStorage.getItem(what)
  } catch {
    return null
  }
}

export function writeChoice(what: string, chosen: string | null): void {
  try {
    if (chosen === null) localStorage.removeItem(what)
    else localStorage.setItem(what, chosen)
  } catch {
    // Blocked or full: it holds for this page.
  }
}

/** True the first time on this device, and only then; always false where that can't be remembered. */
export function firstTime(what: string): boolean {
  try {
    if (localStorage.getItem(`told/${what}`) !== null) return false
    localStorage.setItem(`told/${what}`, '1')
    return true
  } catch {
    return false
  }
}
