/** A green number becomes a field while it is typed. */
import { parseNumber } from '../../i18n/number.ts'

/**
 * Puts a field in the number's place. Enter takes what was typed and Escape doesn't; both give the focus back. Leaving
 * the field takes it too. What is no number is not taken, and the field stays open to say so.
 */
export function typeInto(number: HTMLElement, take: (value: number) => void): void {
  const written = number.dataset['plain'] === undefined ? 'aria-valuetext' : 'aria-valuenow'
  const opened = number.getAttribute(written) ?? ''
  const field = Object.assign(document.createElement('input'), {
    type: 'text',
    className: `${number.className} typing`,
    inputMode: 'decimal',
    value: opened,
  })
  field.size = Math.max(5, opened.length)
  field.setAttribute('aria-label', number.getAttribute('aria-label') ?? '')
  let open = true
  const close = (): void => {
    open = false
    field.replaceWith(number)
  }
  field.addEventListener('keydown', (event) => {
    event.stopPropagation()
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    const value = parseNumber(field.value)
    field.ariaInvalid = String(value === null)
    if (event.key === 'Enter' && value === null) return
    close()
    number.focus()
    if (event.key === 'Enter' && value !== null && field.value !== opened) take(value)
  })
  field.addEventListener('blur', () => {
    if (!open) return
    const value = parseNumber(field.value)
    close()
    if (value !== null && field.value !== opened) take(value)
  })
  number.replaceWith(field)
  field.focus()
  field.select()
}
