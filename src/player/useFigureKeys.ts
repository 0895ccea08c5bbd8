import { useEffect } from 'react'
import type { ChoiceParam } from '../protocol/params.ts'
import { commandOfKey, targetOf, type KeyCommand } from './keys/keymap.ts'
import { nextSeed } from './parts/seed.ts'
import { presentOther } from './present/presented.ts'
import type { FigureState } from './useFigure.ts'

/** What keys open besides the run's own commands. */
export interface Openers {
  readonly playPause: () => void
  readonly reset: () => void
  readonly compare: () => void
  readonly present: () => void
  readonly share: () => void
  readonly export: () => void
  readonly table: () => void
  readonly describe: () => void
  readonly help: () => void
}

/** The first choice among the figure's controls: digits set it. */
export function firstChoice(fig: FigureState): readonly [string, ChoiceParam] | null {
  for (const [key, param] of fig.controls) if (param.kind === 'choice') return [key, param]
  return null
}

/** Carries out the keys that are pressed inside the figure; before an audience all keys, for a control that had the focus may be gone. */
export function useFigureKeys(fig: FigureState, openers: Openers): void {
  const { root, presenting } = fig
  useEffect(() => {
    const element = root.current
    if (!element) return
    const place: HTMLElement | Document = presenting ? document : element
    const onKeyDown = (event: Event): void => {
      if (!(event instanceof KeyboardEvent)) return
      if (event.defaultPrevented || !(event.target instanceof Element)) return
      const command = commandOfKey(event, targetOf(event.target), presenting)
      if (command !== null && carryOut(command, fig, openers)) event.preventDefault()
    }
    place.addEventListener('keydown', onKeyDown)
    return () => place.removeEventListener('keydown', onKeyDown)
  })
}

/** False when the figure has nothing that the key could mean. */
function carryOut(command: KeyCommand, fig: FigureState, openers: Openers): boolean {
  const { commands, model, spec, setValues, values } = fig
  const runs = spec.run !== undefined && !fig.hide('transport')
  switch (command.type) {
    case 'playPause':
    case 'reset':
      if (runs) openers[command.type]()
      return runs
    case 'step':
      if (runs) {
        if (model.speed === 'slow') commands.phase()
        else commands.step()
      }
      return runs
    case 'stepBack':
      if (runs && fig.step > 0) commands.seek(fig.step - 1)
      return runs
    case 'faster':
    case 'slower': {
      const at = fig.speeds.indexOf(model.speed) + (command.type === 'faster' ? 1 : -1)
      const speed = fig.speeds[at]
      if (runs && speed !== undefined) commands.speed(speed)
      return runs
    }
    case 'seed': {
      const param = fig.controls.find(([, one]) => one.kind === 'seed')
      if (param?.[1].kind === 'seed')
        setValues({ [param[0]]: nextSeed(values[param[0]] as number, param[1]) })
      return param !== undefined
    }
    case 'preset': {
      const presets = Object.values(spec.presets ?? {})
      if (fig.hide('preset') || presets.length === 0) return false
      setValues(presets[fig.nextPreset % presets.length] ?? {})
      return true
    }
    case 'choose': {
      const choice = firstChoice(fig)
      const option = choice?.[1].options[command.index]
      if (choice && option !== undefined) setValues({ [choice[0]]: option })
      return choice !== null
    }
    case 'compare':
    case 'swap': {
      const offered = fig.comparable && !fig.hide('compare')
      if (offered && command.type === 'compare') openers.compare()
      else if (offered) fig.compare('swap')
      return offered
    }
    case 'undo':
      fig.undo()
      return true
    case 'leave':
    case 'present':
      if (!fig.hide('present') || command.type === 'leave') openers.present()
      return true
    case 'nextFigure':
    case 'previousFigure': {
      const other = command.type === 'nextFigure' ? fig.next : fig.previous
      if (other !== null) presentOther(other)
      return true
    }
    case 'share':
    case 'export':
      if (!fig.hide(command.type)) openers[command.type]()
      return true
    case 'table':
    case 'describe':
    case 'help':
      openers[command.type]()
      return true
  }
}
