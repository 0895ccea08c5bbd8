import type { Activation } from '../activation.ts'
import { makeRegistry } from '../registry.ts'

const registry = makeRegistry<Activation>(
  'activation',
  import.meta.glob(['./*.ts', '!./index.ts'], { eager: true, import: 'default' }),
)

/** Every activation function, by id. */
export const activations = registry.all
/** The activation with this id. Throws an error that names the known ids. */
export const getActivation = registry.get.bind(registry)
