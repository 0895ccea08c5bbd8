import type { ImageTransform } from '../imageTransform.ts'
import { makeRegistry } from '../registry.ts'

const registry = makeRegistry<ImageTransform>(
  'image transform',
  import.meta.glob(['./*.ts', '!./index.ts'], { eager: true, import: 'default' }),
)

/** Every image transform, by id. */
export const imageTransforms = registry.all
/** The image transform with this id. Throws an error that names the known ids. */
export const getImageTransform = registry.get.bind(registry)
