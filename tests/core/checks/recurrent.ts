import { makeActivation } from '../../../src/core/activations.ts'
import * as tf from '../../../src/core/backend/tf.ts'
import { makeGru } from '../../../src/core/layers/gru.ts'
import { makeLstm } from '../../../src/core/layers/lstm.ts'
import { unroll, type Cell } from '../../../src/core/layers/recurrent.ts'
import { makeSimpleRnn } from '../../../src/core/layers/simpleRnn.ts'
import { makeRng } from '../../../src/math/rng.ts'
import { flatten, type Nested } from '../../golden/cases.ts'
import { compute, tensorOf, type Check } from './comparison.ts'

interface Case {
  name: string
  inputs: Record<string, Nested>
  expected: Record<'h' | 'h_last', Nested> & {
    c_last?: Nested
    grad_of_sum_h: Record<string, Nested>
    grad_of_weighted_last_h: Record<string, Nested>
  }
}

const SIZES = { inputs: 3, units: 4 }

function cellOf(name: string): Cell {
  const gate = name.includes('hard_sigmoid') ? makeActivation('hard-sigmoid', { alpha: 0.2 }) : undefined
  const options = { ...SIZES, ...(gate && { gate }) }
  const rng = makeRng(1)
  if (name.startsWith('lstm')) return makeLstm(rng, options)
  if (name.startsWith('gru'))
    return makeGru(rng, { ...options, reset: name.includes('after') ? 'after' : 'before' })
  return makeSimpleRnn(rng, options)
}

/** Two biases become one, but for the part of the recurrent one that is inside the reset gate's product. */
function assignWeights(cell: Cell, inputs: Case['inputs']): void {
  tf.tidy(() => {
    const { kernel, recurrent, bias } = cell.weights
    const recurrentBias = cell.weights['recurrentBias'] as tf.Variable | undefined
    kernel.assign(tf.transpose(tensorOf(inputs['w_ih'])))
    recurrent.assign(tf.transpose(tensorOf(inputs['w_hh'])))
    const [ih, hh] = [tensorOf(inputs['b_ih']), tensorOf(inputs['b_hh'])]
    if (!recurrentBias) {
      bias.assign(tf.add(ih, hh))
      return
    }
    const outside = 2 * SIZES.units
    bias.assign(tf.add(ih, tf.concat([tf.slice(hh, 0, outside), tf.zeros([SIZES.units])])))
    recurrentBias.assign(tf.slice(hh, outside, SIZES.units))
  })
}

export const recurrent: Check = async function* (golden) {
  const { cases } = golden('rnn_cells') as { cases: Case[] }
  for (const { name, inputs, expected } of cases) {
    const cell = cellOf(name)
    assignWeights(cell, inputs)
    const variables = Object.values(cell.weights)
    const run = (lossOf: (h: tf.Tensor, last: tf.Tensor) => tf.Tensor) =>
      compute(() => {
        const x = tf.variable(tf.transpose(tensorOf(inputs['x']), [1, 0, 2]))
        const hidden = tf.variable(tensorOf(inputs['h0']))
        const memory = 'c0' in inputs ? tf.variable(tensorOf(inputs['c0'])) : undefined
        let h: tf.Tensor = hidden
        let c: tf.Tensor | undefined
        const { grads } = tf.variableGrads(() => {
          const state = { hidden: hidden as tf.Tensor2D, ...(memory && { cell: memory as tf.Tensor2D }) }
          const unrolled = unroll(cell, x as tf.Tensor3D, state)
          h = tf.keep(tf.stack([...unrolled.hidden]))
          c = unrolled.last.cell && tf.keep(unrolled.last.cell)
          return lossOf(h, unrolled.last.hidden).asScalar()
        }, [...variables, x, hidden, ...(memory ? [memory] : [])])
        const results: Record<string, tf.Tensor> = {
          h: tf.clone(h),
          h_last: tf.squeeze(tf.slice(h, h.shape[0] - 1, 1), [0]),
          x: tf.transpose(grads[x.name], [1, 0, 2]),
          h0: grads[hidden.name],
          w_ih: tf.transpose(grads[cell.weights['kernel'].name]),
          w_hh: tf.transpose(grads[cell.weights['recurrent'].name]),
          b_ih: grads[cell.weights['bias'].name],
        }
        if (memory) results['c0'] = grads[memory.name]
        if (c) results['c_last'] = tf.clone(c)
        results['b_hh'] = tf.clone(results['b_ih'])
        const inside = cell.weights['recurrentBias'] as tf.Variable | undefined
        if (inside) {
          const outside = tf.slice(results['b_ih'], 0, 2 * SIZES.units)
          results['b_hh'] = tf.concat([outside, grads[inside.name]])
        }
        tf.dispose([h, c, x, hidden, memory].filter((tensor) => tensor !== undefined))
        return results
      })

    const ofSum = await run((h) => tf.sum(h))
    for (const key of ['h', 'h_last', 'c_last'] as const) {
      const wanted = expected[key]
      if (wanted === undefined) continue
      const values = { topic: 'recurrent cells: values', name: `${name}, ${key}` }
      yield { ...values, actual: ofSum[key], expected: flatten(wanted) }
    }
    const ofLast = await run((_, last) => tf.sum(tf.mul(last, tensorOf(inputs['g_last']))))
    for (const [which, actual] of [
      ['grad_of_sum_h', ofSum],
      ['grad_of_weighted_last_h', ofLast],
    ] as const) {
      for (const [key, wanted] of Object.entries(expected[which])) {
        const topic = 'recurrent cells: gradients'
        yield { topic, name: `${name}, ${which}, ${key}`, actual: actual[key], expected: flatten(wanted) }
      }
    }
    cell.dispose()
  }
}
