import type { Loss } from '../loss.ts'
import { makeRegistry } from '../registry.ts'

const registry = makeRegistry<Loss>(
  'loss',
  import.meta.glob(['./*.ts', '!./index.ts'], { eager: true, import: 'default' }),
)

/** Every loss, by id. */
export const losses = registry.all
/** The loss with this id. Throws an error that names the known ids. */
export const getLoss = registry.get.bind(registry)
