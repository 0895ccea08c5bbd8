import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../src/core/backend/open.ts'
import { read } from '../../src/core/backend/read.ts'
import * as tf from '../../src/core/backend/tf.ts'
import { makeLoss } from '../../src/core/losses/loss.ts'
import type { RowLoss } from '../../src/math/loss.ts'
import { losses } from '../../src/math/losses/index.ts'
import { fillIn } from '../../src/math/parameter.ts'
import { softmax } from '../../src/math/softmax.ts'
import { NODE_BACKENDS, openInNode } from './nodeBackend.ts'

const all = [...losses.values()]
const rowwise = all.filter((loss): loss is RowLoss => loss.kind === 'row')
const WEIGHTS = [1, 2.5, 0.25]
const LABELS = [2, 0]
const SCORES = [
  [0.5, -1.25, 0.75],
  [-0.25, 2, 0.125],
]

describe.each(NODE_BACKENDS)('class weights on %s', (id) => {
  let backend: OpenBackend
  beforeAll(async () => {
    backend = await openInNode(id)
  })
  afterAll(() => backend.close())

  it.each(rowwise.filter(({ weighsClasses }) => weighsClasses))(
    'weigh in $id as in its rule',
    async (rule) => {
      const p = fillIn(rule.parameters)
      const rows = SCORES.map((row) => (rule.prediction === 'probability' ? [...softmax(row)] : row))
      const targets = LABELS.map((label) => WEIGHTS.map((_, k) => Number(k === label)))
      const loss = makeLoss(rule.id, { classWeights: WEIGHTS })
      const { each, gradient } = tf.tidy(() => {
        const x = tf.tensor2d(rows)
        const y = tf.tensor1d(LABELS, 'int32')
        return { each: loss.each(x, y), gradient: tf.grad((at) => loss.sum(at, y))(x) }
      })
      const [values, slopes] = [await read(each), await read(gradient)]
      tf.dispose([each, gradient])
      rows.forEach((row, i) => {
        expect(values[i]).toBeCloseTo(rule.value(row, targets[i], p, WEIGHTS), 5)
        rule
          .gradient(row, targets[i], p, WEIGHTS)
          .forEach((slope, k) => expect(slopes[i * WEIGHTS.length + k]).toBeCloseTo(slope, 5))
      })
    },
  )
})

it.each(all.filter((loss) => loss.kind !== 'row' || !loss.weighsClasses))(
  '$id refuses class weights, which it would not use',
  ({ id }) => {
    expect(() => makeLoss(id, { classWeights: WEIGHTS })).toThrow(/takes no class weights/)
  },
)
