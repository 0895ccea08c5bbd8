import { defineElementwiseLoss } from '../loss.ts'

/** Absolute error. Its gradient is ±1 however small the error; 0 at a tie. */
export default defineElementwiseLoss({
  id: 'mae',
  order: 30,
  labels: { en: 'Absolute error (MAE)', zh: '平均绝对误差（MAE）' },
  formula: String.raw`|\hat{y} - y|`,
  parameters: {},
  prediction: 'number',
  target: 'number',
  value: (o, prediction, target) => o.abs(o.sub(prediction, target)),
  gradient: (o, prediction, target) => o.sign(o.sub(prediction, target)),
})
