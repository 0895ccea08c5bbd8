/** Which key means what while the figure has the focus or is presented. Pure. */

export type KeyCommand =
  | { readonly type: 'playPause' }
  | { readonly type: 'step' }
  | { readonly type: 'stepBack' }
  | { readonly type: 'reset' }
  | { readonly type: 'seed' }
  | { readonly type: 'preset' }
  | { readonly type: 'compare' }
  | { readonly type: 'swap' }
  | { readonly type: 'present' }
  | { readonly type: 'leave' }
  | { readonly type: 'share' }
  | { readonly type: 'export' }
  | { readonly type: 'table' }
  | { readonly type: 'describe' }
  | { readonly type: 'faster' }
  | { readonly type: 'slower' }
  | { readonly type: 'undo' }
  | { readonly type: 'help' }
  | { readonly type: 'nextFigure' }
  | { readonly type: 'previousFigure' }
  | { readonly type: 'choose'; readonly index: number }

/** What the key was pressed on. */
export type KeyTarget = 'text' | 'range' | 'pick' | 'button' | 'picture' | 'dialog' | 'other'

export interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const LETTERS: Readonly<Record<string, KeyCommand['type']>> = {
  r: 'reset',
  n: 'seed',
  p: 'preset',
  c: 'compare',
  x: 'swap',
  f: 'present',
  s: 'share',
  e: 'export',
  t: 'table',
  d: 'describe',
  u: 'undo',
  '?': 'help',
  '？': 'help',
  '+': 'faster',
  '=': 'faster',
  '-': 'slower',
}

const simple = (type: KeyCommand['type']): KeyCommand | null => (type === 'choose' ? null : { type })

/**
 * The command of a key, or null when the key belongs to someone else: to the field that has the focus, to the browser,
 * to the page.
 */
export function commandOfKey(pressed: Pressed, target: KeyTarget, presenting: boolean): KeyCommand | null {
  const { key } = pressed
  if (target === 'text' || target === 'dialog') return null
  if (pressed.ctrlKey || pressed.metaKey)
    return key.toLowerCase() === 'z' && !pressed.shiftKey && !pressed.altKey ? { type: 'undo' } : null
  if (pressed.altKey) return null
  if (key === 'Escape') return presenting ? { type: 'leave' } : null
  if (presenting && key === 'PageDown' && target !== 'range') return { type: 'nextFigure' }
  if (presenting && key === 'PageUp' && target !== 'range') return { type: 'previousFigure' }
  // In a picture that is drawn on, or walked through, arrows move the hand and the space bar lowers it.
  if (key === ' ')
    return target === 'button' || target === 'pick' || target === 'picture' ? null : { type: 'playPause' }
  if (key === 'ArrowRight' || key === 'ArrowLeft') {
    if (target === 'range' || target === 'pick' || target === 'picture') return null
    return { type: key === 'ArrowRight' ? 'step' : 'stepBack' }
  }
  // A list that has the focus takes letters to find its entries.
  if (target === 'pick' && !presenting) return null
  if (/^[1-9]$/.test(key)) return { type: 'choose', index: Number(key) - 1 }
  const letter = LETTERS[key.toLowerCase()]
  return letter === undefined ? null : simple(letter)
}

/** What kind of element has the focus. */
export function targetOf(element: Element): KeyTarget {
  if (element.closest('dialog')) return 'dialog'
  if (element.closest('[contenteditable=""], [contenteditable="true"], textarea')) return 'text'
  if (element instanceof HTMLInputElement) {
    if (element.type === 'range') return 'range'
    return element.type === 'radio' || element.type === 'checkbox' ? 'pick' : 'text'
  }
  if (element instanceof HTMLSelectElement) return 'pick'
  if (element.closest('[role="slider"], [role="spinbutton"]')) return 'range'
  if (element.closest('[role="application"]')) return 'picture'
  return element.closest('button, a, summary') ? 'button' : 'other'
}
