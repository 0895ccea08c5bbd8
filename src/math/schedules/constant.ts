import { defineSchedule } from '../schedule.ts'

/** The base rate throughout. */
export default defineSchedule({
  id: 'constant',
  order: 10,
  labels: { en: 'Constant', zh: '恒定' },
  formula: String.raw`\eta_t = \eta_0`,
  parameters: {},
  factor: () => 1,
})
