/** Exercises: typed answers are compared with a tolerance; others are checked by what a figure measures. */
import { parseNumber } from '../../i18n/number.ts'
import { onFigureEvent, sendFigureEvent } from '../../player/island.ts'

interface Limits {
  readonly below?: number
  readonly above?: number
  readonly within?: number
}

/** A number, or a fraction of two: `1/2`. */
function readAnswer(typed: string): number | null {
  const [above = '', below = '1', ...more] = typed.replace(/／/g, '/').split('/')
  const [numerator, denominator] = [parseNumber(above), parseNumber(below)]
  if (numerator === null || denominator === null || denominator === 0 || more.length > 0) return null
  return numerator / denominator
}

function setUpAnswer(form: HTMLFormElement): void {
  const { answer, tolerance, right = '', wrong = '', nan = '' } = form.dataset
  const input = form.querySelector('input')
  const output = form.querySelector('output')
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const value = readAnswer(input?.value ?? '')
    if (output === null) return
    const close = value !== null && Math.abs(value - Number(answer)) <= Number(tolerance) + 1e-12
    output.textContent = value === null ? nan : close ? right : wrong
    output.classList.toggle('right', close)
  })
}

function setUpFigureCheck(line: HTMLElement): void {
  const { checks: figure = '', metric = '', done = '' } = line.dataset
  const limits = JSON.parse(line.dataset['limits'] ?? '{}') as Limits
  const values = JSON.parse(line.dataset['set'] ?? '{}') as Record<string, unknown>
  const output = line.querySelector('output')
  const stop = onFigureEvent('figure:measured', (measured) => {
    if (measured.figure !== figure) return
    const value = measured.metrics[metric]
    if (value === undefined || !Number.isFinite(value)) return
    if (limits.below !== undefined && !(value < limits.below)) return
    if (limits.above !== undefined && !(value > limits.above)) return
    if (limits.within !== undefined && measured.step > limits.within) return
    stop()
    if (output === null) return
    output.textContent = done
    output.classList.add('right')
  })
  if (Object.keys(values).length === 0) return
  line.querySelector('a')?.addEventListener('click', () => {
    sendFigureEvent('figure:set', { figure, values })
  })
}

export function setUpExercises(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-answer]')) setUpAnswer(form)
  for (const line of document.querySelectorAll<HTMLElement>('.figure-check')) setUpFigureCheck(line)
}
