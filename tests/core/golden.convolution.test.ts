import { convolution } from './checks/convolution.ts'
import { compareWithGolden } from './golden.node.ts'

compareWithGolden('convolution', convolution, 2e-6)
