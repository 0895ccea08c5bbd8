import { defineRowLoss } from '../loss.ts'
import { logSoftmax, softmax } from '../softmax.ts'

/** Forward Kullback–Leibler divergence of q = softmax(z) from the target p: q must cover all of p. */
export default defineRowLoss({
  id: 'kl-logits',
  order: 140,
  labels: { en: 'KL divergence (logits)', zh: 'KL 散度（logits）' },
  formula: String.raw`D_{\mathrm{KL}}(p \,\|\, q) = \sum_{k} p_{k} \log \frac{p_{k}}{q_{k}}, \quad q = \operatorname{softmax}(z)`,
  parameters: {},
  prediction: 'logit',
  target: 'share',
  weighsClasses: false,
  value: (logits, p) => {
    const logs = logSoftmax(logits)
    return logs.reduce((sum, log, k) => (p[k] > 0 ? sum + p[k] * (Math.log(p[k]) - log) : sum), 0)
  },
  gradient: (logits, p) => {
    let total = 0
    for (let k = 0; k < p.length; k++) total += p[k]
    return softmax(logits).map((q, k) => total * q - p[k])
  },
})
