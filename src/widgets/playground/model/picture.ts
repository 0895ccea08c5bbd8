import { read } from '../../../core/backend/read.ts'
import * as tf from '../../../core/backend/tf.ts'
import type { Mlp, MlpStage } from '../../../core/models/mlp.ts'
import { toMarks } from '../../../math/pointSet.ts'
import { FIELD, MAP, type PlaygroundValues } from '../spec/params.ts'
import type { LayerFrame, PlaygroundFrame } from '../spec/traffic.ts'
import { makePlane } from './plane.ts'
import { spreadsOf } from './spreads.ts'
import { healthOf, packMaps, traceLayers, type LayerTrace } from './units.ts'
import type { Bench } from './bench.ts'

type Picture = Omit<PlaygroundFrame, 'loss' | 'score' | 'confusion' | 'rate'>
type Look = Partial<Pick<PlaygroundValues, 'panel'>>

/** Draws a model: its answers over the plane, its units' maps, and its weights. */
export interface Painter {
  paint(bench: Bench, look: Look): Promise<Picture>
  dispose(): void
}

export function makePainter(values: PlaygroundValues, model: Mlp): Painter {
  const { features } = values
  const field = makePlane(FIELD, features)
  const map = makePlane(MAP, features)

  async function paint({ task, trainer, inputs, targets, empty }: Bench, { panel }: Look): Promise<Picture> {
    const answers = tf.tidy(() => tf.transpose(model.apply(field))) // [outputs, FIELD²]
    try {
      const onMap = await traceLayers(model, map)
      const onTrain = await traceLayers(model, inputs)
      const layers = await Promise.all(
        model.stages.map((stage, i) => layerFrame(stage, i, onMap[i], onTrain[i])),
      )
      const wanted = panel === 'layers' && !empty
      const spread = wanted ? await spreadsOf(model, trainer.loss, inputs, targets, onTrain) : NO_SPREADS
      return {
        classes: task.classes,
        field: await read(answers),
        train: toMarks(task.train.points),
        test: toMarks(task.test.points),
        layers,
        ...spread,
        fused: trainer.fused,
      }
    } finally {
      answers.dispose()
    }
  }
  return { paint, dispose: () => tf.dispose([field, map]) }

  async function layerFrame(
    stage: MlpStage,
    index: number,
    onMap: LayerTrace,
    onTrain: LayerTrace,
  ): Promise<LayerFrame> {
    const { dense, norm } = stage
    const last = index === values.layers.length
    const { kernel, bias } = dense.weights
    const folded = norm ? await foldNorm(norm) : { scale: new Float32Array(0), shift: new Float32Array(0) }
    const maps = last ? { maps: new Uint8Array(0), limit: 0 } : packMaps(onMap.answers, kernel.shape[1])
    return {
      kernel: await read(kernel),
      bias: bias ? await read(bias) : new Float32Array(kernel.shape[1]),
      ...folded,
      ...maps,
      health: last ? new Uint8Array(kernel.shape[1]) : healthOf(stage, onTrain.sums),
    }
  }
}

const NO_SPREADS = { spreads: [], reach: 1 }

/** Normalisation with running statistics is one factor and one term for each unit. */
async function foldNorm(
  norm: NonNullable<MlpStage['norm']>,
): Promise<{ scale: Float32Array; shift: Float32Array }> {
  const { weights, state, epsilon } = norm
  const [gamma, beta, mean, variance] = await Promise.all(
    [weights.scale, weights.offset, state.mean, state.variance].map((variable) => read(variable)),
  )
  const scale = gamma.map((g, i) => g / Math.sqrt(variance[i] + epsilon))
  return { scale, shift: beta.map((b, i) => b - mean[i] * scale[i]) }
}
