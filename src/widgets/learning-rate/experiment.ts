import { defineExperiment } from '../../core/run/experiment.ts'
import { runNetwork } from './model/network.ts'
import { runParabola } from './model/parabola.ts'
import spec from './spec.ts'

/** One learning rate, on a parabola or on a network. */
export default defineExperiment(spec, {
  create: (values, env) => (values.task === 'parabola' ? runParabola(values) : runNetwork(values, env)),
})
