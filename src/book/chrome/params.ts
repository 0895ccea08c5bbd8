/**
 * The green numbers in text and code (and the home page's sliders). They are the figure's own parameters: a change goes
 * to the figure as an event, and the figure's values come back the same way.
 */
import { splitPower } from '../../i18n/number.ts'
import {
  clamp,
  formatValue,
  moveBy,
  POSITIONS,
  shareOf,
  valueAfterKey,
  valueAt,
  type Range,
} from '../../ui/range.ts'
import { onFigureEvent, sendFigureEvent } from '../../player/island.ts'
import { typeInto } from './typing.ts'

const PIXELS_PER_STEP = 4

interface Place {
  readonly element: HTMLElement
  readonly figure: string
  readonly name: string
  readonly range: Range
}

function readPlace(element: HTMLElement): Place | undefined {
  const [figure, name] = (element.dataset['param'] ?? '').split('.')
  if (figure === undefined || name === undefined) return undefined
  return { element, figure, name, range: JSON.parse(element.dataset['range'] ?? '{}') as Range }
}

const valueOf = ({ element }: Place): number =>
  Number(element.getAttribute('aria-valuenow') ?? element.dataset['value'])

function show({ element, range }: Place, value: number): void {
  const text = formatValue(value, range)
  if (element instanceof HTMLInputElement) {
    element.dataset['value'] = String(value)
    element.value = String(shareOf(value, range) * POSITIONS)
    element.setAttribute('aria-valuetext', text)
    element.parentElement?.style.setProperty('--v', String(shareOf(value, range) * 100))
    return
  }
  element.setAttribute('aria-valuenow', String(value))
  element.setAttribute('aria-valuetext', text)
  if (element.dataset['plain'] !== undefined) element.textContent = String(value)
  else {
    const { base, exponent } = splitPower(text)
    element.textContent = base
    if (exponent !== '')
      element.append(Object.assign(document.createElement('sup'), { textContent: exponent }))
  }
}

export function setUpParams(): void {
  const places = [...document.querySelectorAll<HTMLElement>('[data-param]')].flatMap(
    (e) => readPlace(e) ?? [],
  )
  const update = (figure: string, values: Readonly<Record<string, unknown>>): void => {
    for (const place of places) {
      const value = values[place.name]
      if (place.figure === figure && typeof value === 'number' && value !== valueOf(place)) show(place, value)
    }
  }
  const change = (place: Place, value: number): void => {
    update(place.figure, { [place.name]: value })
    sendFigureEvent('figure:set', { figure: place.figure, values: { [place.name]: value } })
  }
  for (const place of places) {
    if (place.element instanceof HTMLInputElement) slide(place, place.element, change)
    else scrub(place, change)
  }
  onFigureEvent('figure:values', ({ figure, values }) => {
    update(figure, values)
  })
  // A shared link already holds the reader's values, before the figure has woken.
  const query = new URLSearchParams(location.search)
  for (const place of places) {
    const given = query.get(`${place.figure}.${place.name}`)
    const value = given === null || given.trim() === '' ? Number.NaN : Number(given)
    if (Number.isFinite(value)) show(place, clamp(value, place.range))
  }
}

function slide(place: Place, input: HTMLInputElement, change: (place: Place, value: number) => void): void {
  input.addEventListener('input', () => {
    change(place, valueAt(Number(input.value) / POSITIONS, place.range))
  })
  input.addEventListener('keydown', (event) => {
    const next = valueAfterKey(event.key, valueOf(place), place.range)
    if (next === null) return
    event.preventDefault()
    change(place, next)
  })
}

function scrub(place: Place, change: (place: Place, value: number) => void): void {
  const { element, range } = place
  let from: { x: number; value: number; moved: boolean } | undefined
  const type = (): void => {
    typeInto(element, (value) =>
      change(place, clamp(range.integer === true ? Math.round(value) : value, range)),
    )
  }
  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    element.setPointerCapture(event.pointerId)
    from = { x: event.clientX, value: valueOf(place), moved: false }
  })
  element.addEventListener('pointermove', (event) => {
    if (from === undefined) return
    const steps = Math.round((event.clientX - from.x) / PIXELS_PER_STEP)
    if (steps === 0 && !from.moved) return
    from.moved = true
    const value = moveBy(from.value, steps, range)
    if (value !== valueOf(place)) change(place, value)
  })
  const stop = (): void => {
    from = undefined
  }
  element.addEventListener('pointerup', () => {
    const pressed = from?.moved === false
    stop()
    if (pressed) type()
  })
  element.addEventListener('pointercancel', stop)
  element.addEventListener('keydown', (event) => {
    const next = valueAfterKey(event.key, valueOf(place), range)
    if (next !== null) change(place, next)
    else if (event.key === 'Enter' || event.key === 'F2') type()
    else return
    event.preventDefault()
  })
}
