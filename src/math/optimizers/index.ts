import type { Optimizer } from '../optimizer.ts'
import { makeRegistry } from '../registry.ts'

const registry = makeRegistry<Optimizer>(
  'optimizer',
  import.meta.glob(['./*.ts', '!./index.ts'], { eager: true, import: 'default' }),
)

/** Every optimiser, by id. */
export const optimizers = registry.all
/** The optimiser with this id. Throws an error that names the known ids. */
export const getOptimizer = registry.get.bind(registry)
