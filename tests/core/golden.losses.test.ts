import { losses } from './checks/losses.ts'
import { compareWithGolden } from './golden.node.ts'

compareWithGolden('losses', losses, 2e-6)
