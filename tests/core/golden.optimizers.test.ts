import { optimizers } from './checks/optimizers.ts'
import { compareWithGolden } from './golden.node.ts'

compareWithGolden('optimizers', optimizers, 5e-4)
