import { defineRowLoss } from '../loss.ts'

/**
 * Forward Kullback–Leibler divergence of the prediction q from the target p, entries of q taken as free variables.
 * Infinite where q is 0 and p is not (Kullback and Leibler, 1951).
 */
export default defineRowLoss({
  id: 'kl',
  order: 130,
  labels: { en: 'KL divergence', zh: 'KL 散度' },
  formula: String.raw`D_{\mathrm{KL}}(p \,\|\, q) = \sum_{k} p_{k} \log \frac{p_{k}}{q_{k}}`,
  parameters: {},
  prediction: 'probability',
  target: 'share',
  weighsClasses: false,
  value: (q, p) => {
    let sum = 0
    for (let k = 0; k < p.length; k++) if (p[k] > 0) sum += p[k] * Math.log(p[k] / q[k])
    return sum
  },
  gradient: (q, p) => Float64Array.from(p, (share, k) => (share > 0 ? -share / q[k] : 0)),
})
