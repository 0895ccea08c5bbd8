import { defineSchedule } from '../schedule.ts'

/** The same factor in every update. */
export default defineSchedule({
  id: 'exponential',
  order: 30,
  labels: { en: 'Exponential decay', zh: '指数衰减' },
  formula: String.raw`\eta_t = \eta_0\, \gamma^{t}`,
  parameters: {
    gamma: {
      labels: { en: 'Factor per update', zh: '每次更新的衰减系数' },
      symbol: String.raw`\gamma`,
      default: 0.995,
      min: 0.9,
      max: 1,
    },
  },
  factor: (done, _, { gamma }) => gamma ** done,
})
