import { unknown } from '../usage.ts'
import { augmentedCommand } from './augmentedCommand.ts'
import { referenceCommand } from './referenceCommand.ts'
import { references } from './references.ts'
import { strokesCommand } from './strokesCommand.ts'

const COMMANDS = { augmented: augmentedCommand, reference: referenceCommand, strokes: strokesCommand }
const isCommand = (name: string): name is keyof typeof COMMANDS => Object.hasOwn(COMMANDS, name)

const HELP = `npm run evaluate -- reference --train-images F --train-labels F --test-images F --test-labels F [--only id] [--seeds 5]
npm run evaluate -- strokes --images F --labels F [--seed 1] [--training-images n]
npm run evaluate -- augmented --train-images F --train-labels F --test-images F --test-labels F [--seed 1] [--training-images n]

reference  trains ${references.map(({ id }) => id).join(', ')} on one pair of IDX files and asks them about
           another, for seeds 1, 2 …, and prints the means beside those of another implementation
strokes    trains on generated digits alone and asks the network about a pair of IDX files
augmented  trains on a pair of IDX files, each image changed anew whenever it is shown
All take --backend wasm|cpu and --json. Files are IDX, plain or gzipped. --json prints nothing but JSON; npm itself prints a line above it
unless it is called as npm run --silent evaluate -- …
Exit codes: 0 done, 2 the request could not be understood.`

/** Runs `npm run evaluate`; answers the exit code. Throws UsageErrors. */
export async function evaluateCommand(
  argv: readonly string[],
  root: string,
  print: (text: string) => void,
): Promise<number> {
  const [name, ...rest] = argv
  if (name === undefined || argv.includes('--help')) {
    print(HELP)
    return name === undefined ? 2 : 0
  }
  if (!isCommand(name)) throw unknown('evaluation', name, Object.keys(COMMANDS))
  return COMMANDS[name](rest, root, print)
}
