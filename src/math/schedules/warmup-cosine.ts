import { cosineFall, defineSchedule, floor, linearRise, warmUp } from '../schedule.ts'

/** An even rise to the base rate, then a fall along half a cosine wave over what is left of the training. */
export default defineSchedule({
  id: 'warmup-cosine',
  order: 70,
  labels: { en: 'Warm-up, then cosine', zh: '预热后余弦退火' },
  formula: String.raw`\eta_t = \eta_0 \begin{cases} \frac{t + 1}{W} & t < W \\ f + \frac{1 - f}{2} \bigl(1 + \cos \frac{\pi (t - W)}{T - W}\bigr) & t \ge W \end{cases}`,
  parameters: { warmUp, floor },
  factor: (done, total, p) => {
    if (done < p.warmUp) return linearRise(done, p.warmUp)
    return cosineFall(total > p.warmUp ? (done - p.warmUp) / (total - p.warmUp) : 1, p.floor)
  },
})
