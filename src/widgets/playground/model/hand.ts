import { read } from '../../../core/backend/read.ts'
import { writeVariable } from '../../../core/models/model.ts'
import type { Mlp } from '../../../core/models/mlp.ts'

const LARGEST = 1000

/** Writes the number that the reader typed into a weight or a bias. What is not such an action is ignored. */
export async function writeByHand(model: Mlp, action: unknown): Promise<void> {
  if (typeof action !== 'object' || action === null) return
  const { kind, layer, from, to, value } = action as Readonly<Record<string, unknown>>
  const dense = typeof layer === 'number' ? model.stages.at(layer)?.dense : undefined
  if (dense === undefined || typeof to !== 'number' || typeof value !== 'number') return
  const { kernel, bias } = dense.weights
  const units = kernel.shape[1]
  const variable = kind === 'weight' ? kernel : kind === 'bias' ? bias : null
  const place = kind === 'weight' ? Number(from) * units + to : to
  if (!variable || !Number.isFinite(value) || !(to >= 0 && to < units)) return
  const numbers = await read(variable)
  if (!(place in numbers)) return
  numbers[place] = Math.min(LARGEST, Math.max(-LARGEST, value))
  writeVariable(variable, numbers)
}
