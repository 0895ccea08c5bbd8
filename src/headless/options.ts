import { BACKENDS, type BackendId } from '../protocol/messages.ts'
import { UsageError, unknown } from './usage.ts'

export interface ExperimentOptions {
  readonly widget?: string
  /** Parameter texts as in a link. */
  readonly set: Readonly<Record<string, string>>
  readonly preset?: string
  /** Files for a parameter of kind `data`: paths with commas between them. */
  readonly data: Readonly<Record<string, string>>
  /** Absent: the widget's own end step. */
  readonly steps?: number
  readonly backend?: BackendId
  readonly json: boolean
  readonly list: boolean
  readonly help: boolean
}

const OPTIONS = ['--set', '--data', '--preset', '--steps', '--backend', '--json', '--list', '--help']

/** Reads the command line of `experiment`. Throws a UsageError that explains what it can't use. */
export function parseExperimentOptions(argv: readonly string[]): ExperimentOptions {
  const pairs = { '--set': new Map<string, string>(), '--data': new Map<string, string>() }
  const options: { -readonly [K in keyof ExperimentOptions]?: ExperimentOptions[K] } = {}
  const rest = [...argv]
  const valueOf = (option: string): string => {
    const value = rest.shift()
    if (value === undefined || value.startsWith('--')) throw new UsageError(`${option} needs a value.`)
    return value
  }
  while (rest.length > 0) {
    const given = rest.shift() ?? ''
    const equals = given.startsWith('--') ? given.indexOf('=') : -1
    const name = equals < 0 ? given : given.slice(0, equals)
    if (equals >= 0) rest.unshift(given.slice(equals + 1))
    switch (name) {
      case '--set':
      case '--data': {
        const pair = valueOf(name)
        const at = pair.indexOf('=')
        if (at < 1) throw new UsageError(`${name} takes key=value, not "${pair}".`)
        pairs[name].set(pair.slice(0, at), pair.slice(at + 1))
        break
      }
      case '--preset':
        options.preset = valueOf(name)
        break
      case '--steps': {
        const text = valueOf(name)
        const steps = text.trim() === '' ? NaN : Number(text)
        if (!Number.isSafeInteger(steps) || steps < 0)
          throw new UsageError(`--steps takes a whole number from 0 on, not "${text}".`)
        options.steps = steps
        break
      }
      case '--backend':
        options.backend = parseBackend(valueOf(name))
        break
      case '--json':
      case '--list':
      case '--help':
        options[name === '--json' ? 'json' : name === '--list' ? 'list' : 'help'] = true
        break
      default:
        if (name.startsWith('-')) throw unknown('option', name, OPTIONS)
        if (options.widget !== undefined)
          throw new UsageError(`One widget at a time: "${options.widget}" or "${name}"?`)
        options.widget = name
    }
  }
  const [set, data] = [Object.fromEntries(pairs['--set']), Object.fromEntries(pairs['--data'])]
  return { json: false, list: false, help: false, ...options, set, data }
}

function parseBackend(name: string): BackendId {
  const backend = BACKENDS.find((id) => id === name)
  if (backend === undefined) throw unknown('backend', name, ['cpu', 'wasm'])
  if (backend !== 'cpu' && backend !== 'wasm')
    throw new UsageError(`Backend ${name} needs a browser. In plain Node there are cpu and wasm.`)
  return backend
}
