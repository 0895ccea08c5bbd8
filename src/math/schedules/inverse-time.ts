import { defineSchedule } from '../schedule.ts'

/** 1/t decay: slow enough to reach any point, fast enough to average out noise (Robbins and Monro, 1951). */
export default defineSchedule({
  id: 'inverse-time',
  order: 40,
  labels: { en: 'Inverse time (1/t)', zh: '反比衰减（1/t）' },
  formula: String.raw`\eta_t = \frac{\eta_0}{1 + k t}`,
  parameters: {
    decay: {
      labels: { en: 'Decay per update', zh: '衰减速度' },
      symbol: 'k',
      default: 0.01,
      min: 1e-5,
      max: 1,
      scale: 'log',
    },
  },
  factor: (done, _, { decay }) => 1 / (1 + decay * done),
})
