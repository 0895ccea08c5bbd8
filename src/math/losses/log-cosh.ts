import { defineElementwiseLoss } from '../loss.ts'

/** log cosh e = softplus(−2e) + e − log 2: squared near 0, absolute far out, smooth throughout. */
export default defineElementwiseLoss({
  id: 'log-cosh',
  order: 60,
  labels: { en: 'Log-cosh', zh: 'Log-cosh 损失' },
  formula: String.raw`\log \cosh(\hat{y} - y)`,
  parameters: {},
  prediction: 'number',
  value: (o, prediction, target) => {
    const size = o.abs(o.sub(prediction, target)) // the even form: nothing overflows on either side
    return o.add(size, o.sub(o.softplus(o.mul(o.constant(-2), size)), o.constant(Math.LN2)))
  },
  gradient: (o, prediction, target) => o.tanh(o.sub(prediction, target)),
})
