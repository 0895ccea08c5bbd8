import type { Landscape } from '../landscape.ts'
import { makeRegistry } from '../registry.ts'

const registry = makeRegistry<Landscape>(
  'landscape',
  import.meta.glob(['./*.ts', '!./index.ts'], { eager: true, import: 'default' }),
)

/** Every landscape, by id. */
export const landscapes = registry.all
/** The landscape with this id. Throws an error that names the known ids. */
export const getLandscape = registry.get.bind(registry)
