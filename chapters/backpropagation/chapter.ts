import { defineChapter, figure } from '../../src/book/chapter.ts'
import graph from '../../src/widgets/expression-graph/spec.ts'
import vanishing from '../../src/widgets/vanishing-gradient/spec.ts'
import steps from '../../src/widgets/backprop-steps/spec.ts'

export default defineChapter({
  part: 'foundations',
  order: 6,
  titles: { en: 'Backpropagation', zh: '反向传播' },
  question: { en: 'Who is to blame for the error?', zh: '出了错，该怪谁？' },
  prerequisites: ['neurons-and-networks', 'activation-functions', 'gradient-descent'],
  terms: [
    'backpropagation',
    'chain-rule',
    'computation-graph',
    'local-slope',
    'forward-mode',
    'reverse-mode',
    'automatic-differentiation',
    'jacobian',
    'tape',
    'checkpointing',
    'finite-difference',
    'gradient-checking',
    'symmetry-breaking',
    'vanishing-gradient',
    'exploding-gradient',
  ],
  minutes: 50,
  figures: {
    graph: figure(graph),
    shared: figure(graph, { expression: 'x*y + sin(x)', inputs: [2, 3] }),
    steps: figure(steps, {}, 31),
    depth: figure(vanishing, { compare: 'starts', activation: 'tanh', depth: 30 }, 29),
  },
})
