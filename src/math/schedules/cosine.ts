import { cosineFall, defineSchedule, floor } from '../schedule.ts'

/** Cosine annealing over the whole training, without restarts (Loshchilov and Hutter, 2017). */
export default defineSchedule({
  id: 'cosine',
  order: 50,
  labels: { en: 'Cosine', zh: '余弦退火' },
  formula: String.raw`\eta_t = \eta_0 \Bigl(f + \frac{1 - f}{2} \bigl(1 + \cos \frac{\pi t}{T}\bigr)\Bigr)`,
  parameters: { floor },
  factor: (done, total, p) => cosineFall(total > 0 ? done / total : 0, p.floor),
})
