import { defineElementwiseLoss } from '../loss.ts'

/** Half the squared error: its gradient is the error itself. */
export default defineElementwiseLoss({
  id: 'half-mse',
  order: 20,
  labels: { en: 'Half squared error', zh: '半均方误差' },
  formula: String.raw`\tfrac{1}{2}\,(\hat{y} - y)^{2}`,
  parameters: {},
  prediction: 'number',
  target: 'number',
  value: (o, prediction, target) => o.mul(o.constant(0.5), o.square(o.sub(prediction, target))),
  gradient: (o, prediction, target) => o.sub(prediction, target),
})
