import type { PointSet } from '../pointSet.ts'
import { makeRegistry } from '../registry.ts'

const registry = makeRegistry<PointSet>(
  'point set',
  import.meta.glob(['./*.ts', '!./index.ts'], { eager: true, import: 'default' }),
)

/** Every point set, by id. */
export const pointSets = registry.all
/** The point set with this id. Throws an error that names the known ids. */
export const getPointSet = registry.get.bind(registry)
