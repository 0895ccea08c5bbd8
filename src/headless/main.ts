import { BackendProblem } from '../core/backend/problem.ts'
import { evaluateCommand } from './evaluate/evaluateCommand.ts'
import { experimentCommand } from './experimentCommand.ts'
import { kernelsCommand } from './kernelsCommand.ts'
import { recordCommand } from './recordCommand.ts'
import { UsageError } from './usage.ts'

const COMMANDS = {
  evaluate: evaluateCommand,
  experiment: experimentCommand,
  kernels: kernelsCommand,
  record: recordCommand,
}
const isCommand = (name: string): name is keyof typeof COMMANDS => Object.hasOwn(COMMANDS, name)

/** Entry of the headless tools: `evaluate …`, `experiment …`, `kernels` or `record …`. Answers the exit code. */
export async function main(argv: readonly string[], root: string): Promise<number> {
  const [name = '', ...rest] = argv
  const command = isCommand(name) ? COMMANDS[name] : undefined
  if (command === undefined) {
    process.stderr.write(`Unknown command "${name}". Known: ${Object.keys(COMMANDS).join(', ')}.\n`)
    return 2
  }
  try {
    return await command(rest, root, (text) => process.stdout.write(`${text}\n`))
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n`)
      return 2
    }
    if (!(error instanceof BackendProblem)) throw error
    process.stderr.write(`Backend ${error.backend} can't be used here: ${error.reason} (${error.details}).\n`)
    return 1
  }
}
