import { defineSchedule } from '../schedule.ts'

/** A drop by the same factor every so many updates. */
export default defineSchedule({
  id: 'step-decay',
  order: 20,
  labels: { en: 'Step decay', zh: '阶梯衰减' },
  formula: String.raw`\eta_t = \eta_0\, \gamma^{\lfloor t / k \rfloor}`,
  parameters: {
    drop: {
      labels: { en: 'Factor of a drop', zh: '每级衰减系数' },
      symbol: String.raw`\gamma`,
      default: 0.5,
      min: 0.01,
      max: 1,
    },
    every: {
      labels: { en: 'Updates between drops', zh: '衰减间隔（更新次数）' },
      symbol: 'k',
      default: 100,
      min: 1,
      max: 10_000,
      scale: 'log',
      integer: true,
    },
  },
  factor: (done, _, { drop, every }) => drop ** Math.floor(done / every),
})
