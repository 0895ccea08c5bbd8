import { fusedRows } from './rows/index.ts'
import type { Code } from './code.ts'
import type { Plan } from './plan.ts'

/**
 * Writes the gradient of the mean loss in the predictions `p` of one example, targets `t`; `share` names 1 / batch.
 * A loss of whole rows without code of its own is called as `rowGradient(P, T)` with both rows in arrays.
 */
export function writeLossGradient(
  code: Code,
  plan: Plan,
  p: readonly string[],
  t: readonly string[],
): string[] {
  const { loss, lossParameters } = plan
  const { o } = code
  if (loss.kind === 'elementwise') {
    const entry = o.mul('share', o.constant(1 / p.length))
    return p.map((prediction, k) => o.mul(loss.gradient(o, prediction, t[k], lossParameters), entry))
  }
  const written = fusedRows[loss.id]?.(o, p, t, lossParameters, plan.classWeights)
  if (written) return written.map((gradient) => o.mul(gradient, 'share'))
  p.forEach((prediction, k) => code.write(`P[${k}] = ${prediction}; T[${k}] = ${t[k]};`))
  code.write('const R = rowGradient(P, T);')
  return p.map((_, k) => code.name(`R[${k}] * share`))
}

/** Whether `rowGradient` is called. */
export function callsRowGradient({ loss }: Plan): boolean {
  return loss.kind === 'row' && !(loss.id in fusedRows)
}
