import type { KeyboardEvent } from 'react'
import { nudge } from '../../../charts/nudge.ts'

/**
 * Arrow keys go from button to button in a grid, whose element says in `data-grid` how many columns it has. True when the
 * key was one of these: the figure's own arrows, which step through time, then leave it alone.
 */
export function walkGrid(event: KeyboardEvent<HTMLElement>): boolean {
  const step = nudge(event.key, false)
  if (!step || !(event.target instanceof HTMLButtonElement)) return false
  const grid = event.target.closest<HTMLElement>('[data-grid]')
  if (!grid) return false
  const buttons = [...grid.querySelectorAll('button')]
  const to = buttons.indexOf(event.target) + step.dx + step.dy * Number(grid.dataset['grid'])
  buttons[to]?.focus()
  return true
}
