import { defineElementwiseLoss } from '../loss.ts'
import huber from './huber.ts'

/** Huber's loss divided by its threshold, so that the straight parts have slope ±1 (Girshick, 2015). */
export default defineElementwiseLoss({
  id: 'smooth-l1',
  order: 50,
  labels: { en: 'Smooth L1', zh: 'Smooth L1 损失' },
  formula: String.raw`\begin{cases} e^{2} / (2\beta) & |e| \le \beta \\ |e| - \tfrac{1}{2}\beta & |e| > \beta \end{cases}, \quad e = \hat{y} - y`,
  parameters: {
    beta: {
      labels: { en: 'Where it turns straight', zh: '转折点' },
      symbol: String.raw`\beta`,
      default: 1,
      min: 0.01,
      max: 10,
      scale: 'log',
    },
  },
  prediction: 'number',
  target: 'number',
  value: (o, prediction, target, { beta }) =>
    o.div(huber.value(o, prediction, target, { delta: beta }), o.constant(beta)),
  gradient: (o, prediction, target, { beta }) =>
    o.div(huber.gradient(o, prediction, target, { delta: beta }), o.constant(beta)),
})
