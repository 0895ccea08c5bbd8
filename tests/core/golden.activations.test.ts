import { activations } from './checks/activations.ts'
import { compareWithGolden } from './golden.node.ts'

compareWithGolden('activations', activations, 2e-6)
