import { defineActivation } from '../activation.ts'

/** Heaviside step, the unit of McCulloch and Pitts (1943). Its derivative is 0 wherever it exists, so descent has nothing to follow. */
export default defineActivation({
  id: 'step',
  order: 20,
  labels: { en: 'Step', zh: '阶跃' },
  formula: String.raw`\begin{cases} 1 & x \ge 0 \\ 0 & x < 0 \end{cases}`,
  derivativeFormula: String.raw`0 \quad (x \neq 0)`,
  range: String.raw`\{0, 1\}`,
  parameters: {},
  monotone: true,
  saturates: { left: true, right: true },
  kinks: () => [0],
  value: (o, x) => o.where(o.greater(o.constant(0), x), o.constant(0), o.constant(1)),
  derivative: (o) => o.constant(0),
})
