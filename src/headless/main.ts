import { BackendProblem } from '../core/backend/problem.ts'
import { experimentCommand } from './experimentCommand.ts'
import { recordCommand } from './recordCommand.ts'
import { UsageError } from './usage.ts'

const COMMANDS = { experiment: experimentCommand, record: recordCommand }

/** Entry of the headless tools: `experiment …` or `record …`. Answers the exit code. */
export async function main(argv: readonly string[], root: string): Promise<number> {
  const [name, ...rest] = argv
  const command = name === 'record' || name === 'experiment' ? COMMANDS[name] : undefined
  if (command === undefined) {
    process.stderr.write(`Unknown command "${name ?? ''}". Known: experiment, record.\n`)
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
