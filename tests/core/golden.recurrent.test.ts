import { recurrent } from './checks/recurrent.ts'
import { compareWithGolden } from './golden.node.ts'

compareWithGolden('recurrent', recurrent, 2e-6)
