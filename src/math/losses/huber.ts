import { defineElementwiseLoss } from '../loss.ts'

/** Squared near 0, absolute beyond δ (Huber, 1964). */
export default defineElementwiseLoss({
  id: 'huber',
  order: 40,
  labels: { en: 'Huber', zh: 'Huber 损失' },
  formula: String.raw`\begin{cases} \tfrac{1}{2} e^{2} & |e| \le \delta \\ \delta\,(|e| - \tfrac{1}{2}\delta) & |e| > \delta \end{cases}, \quad e = \hat{y} - y`,
  parameters: {
    delta: {
      labels: { en: 'Where it turns straight', zh: '转折点' },
      symbol: String.raw`\delta`,
      default: 1,
      min: 0.01,
      max: 10,
      scale: 'log',
    },
  },
  prediction: 'number',
  target: 'number',
  value: (o, prediction, target, { delta }) => {
    // With c the error cut off at ±δ, c (e − c/2) is ½ e² inside and δ (|e| − δ/2) outside.
    const error = o.sub(prediction, target)
    const cut = o.max(o.min(error, o.constant(delta)), o.constant(-delta))
    return o.mul(cut, o.sub(error, o.mul(o.constant(0.5), cut)))
  },
  gradient: (o, prediction, target, { delta }) => {
    return o.max(o.min(o.sub(prediction, target), o.constant(delta)), o.constant(-delta))
  },
})
