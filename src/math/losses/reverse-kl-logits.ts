import { defineRowLoss } from '../loss.ts'
import { logSoftmax } from '../softmax.ts'

/** log qₖ − log pₖ for every class, and its mean under q. */
function surplus(logits: ArrayLike<number>, p: ArrayLike<number>) {
  const logs = logSoftmax(logits)
  const q = logs.map(Math.exp)
  const excess = logs.map((log, k) => log - Math.log(p[k]))
  return { q, excess, mean: q.reduce((sum, share, k) => (share > 0 ? sum + share * excess[k] : sum), 0) }
}

/** Reverse Kullback–Leibler divergence of q = softmax(z): q may leave out parts of p, but must stay where p is. */
export default defineRowLoss({
  id: 'reverse-kl-logits',
  order: 150,
  labels: { en: 'Reverse KL divergence (logits)', zh: '反向 KL 散度（logits）' },
  formula: String.raw`D_{\mathrm{KL}}(q \,\|\, p) = \sum_{k} q_{k} \log \frac{q_{k}}{p_{k}}, \quad q = \operatorname{softmax}(z)`,
  parameters: {},
  prediction: 'logit',
  target: 'positive-share',
  weighsClasses: false,
  value: (logits, p) => surplus(logits, p).mean,
  gradient: (logits, p) => {
    const { q, excess, mean } = surplus(logits, p)
    return q.map((share, k) => (share > 0 ? share * (excess[k] - mean) : 0))
  },
})
