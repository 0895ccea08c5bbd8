import type { Algebra } from '../../../math/algebra.ts'
import type { Values } from '../../../math/parameter.ts'

/** The gradient of a loss of rows, class by class, over an algebra. */
export type FusedRow = <T>(
  o: Algebra<T>,
  prediction: readonly T[],
  target: readonly T[],
  p: Values,
  classWeights?: readonly number[],
) => T[]

const files = import.meta.glob<FusedRow>(['./*.ts', '!./index.ts'], { eager: true, import: 'default' })

/** The losses of rows that have straight-line code, by id. The others are called as functions: right, but slower. */
export const fusedRows: Readonly<Record<string, FusedRow | undefined>> = Object.fromEntries(
  Object.entries(files).map(([path, row]) => [path.slice(2, -3), row]),
)
