import { defineSchedule, linearRise, warmUp } from '../schedule.ts'

/** An even rise to the base rate, which then stays (Goyal et al., 2017). */
export default defineSchedule({
  id: 'linear-warmup',
  order: 60,
  labels: { en: 'Linear warm-up', zh: '线性预热' },
  formula: String.raw`\eta_t = \eta_0 \min\Bigl(\frac{t + 1}{W},\ 1\Bigr)`,
  parameters: { warmUp },
  factor: (done, _, p) => linearRise(done, p.warmUp),
})
