import { defineElementwiseLoss } from '../loss.ts'

/** Squared error; averaged, the mean squared error. The negative log-likelihood of Gaussian noise, up to a constant. */
export default defineElementwiseLoss({
  id: 'mse',
  order: 10,
  labels: { en: 'Squared error (MSE)', zh: '均方误差（MSE）' },
  formula: String.raw`(\hat{y} - y)^{2}`,
  parameters: {},
  prediction: 'number',
  target: 'number',
  value: (o, prediction, target) => o.square(o.sub(prediction, target)),
  gradient: (o, prediction, target) => o.mul(o.constant(2), o.sub(prediction, target)),
})
