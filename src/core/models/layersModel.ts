import { getActivation } from '../../math/activations/index.ts'
import { fillIn, type Values } from '../../math/parameter.ts'
import { read } from '../backend/read.ts'
import type * as tf from '../backend/tf.ts'
import type { Mlp, MlpStage } from './mlp.ts'

/** A model as two files that `tf.loadLayersModel` reads. */
export interface LayersModel {
  /** model.json: topology, the list of weights, and what else there is to say. */
  readonly json: string
  /** weights.bin, little-endian float32. */
  readonly weights: Uint8Array<ArrayBuffer>
}

export interface LayersModelOptions {
  /** Applied to the output: `sigmoid` or `softmax` make probabilities of logits. */
  readonly outputActivation?: 'linear' | 'sigmoid' | 'softmax'
  /** Kept under `userDefinedMetadata`. */
  readonly metadata?: Readonly<Record<string, unknown>>
}

/** Names of the functions in the layers library, where they differ from ours. Those absent there are layers of their own. */
const NAMES: Readonly<Record<string, string>> = {
  silu: 'swish',
  'hard-sigmoid': 'hardSigmoid',
  'gelu-tanh': 'gelu_new',
}

interface LayerJson {
  readonly class_name: string
  readonly name: string
  readonly config: Readonly<Record<string, unknown>>
  readonly inbound_nodes: readonly unknown[]
}

/** Writes a network in the layers format: a functional graph, since residual connections branch. Reads the weights. */
export async function formatLayersModel(
  model: Mlp,
  { outputActivation = 'linear', metadata = {} }: LayersModelOptions = {},
): Promise<LayersModel> {
  const layers: LayerJson[] = []
  const add = (
    class_name: string,
    name: string,
    config: Readonly<Record<string, unknown>>,
    from: readonly string[],
  ): string => {
    const inbound = from.length === 0 ? [] : [from.map((source) => [source, 0, 0, {}])]
    layers.push({ class_name, name, config: { name, ...config }, inbound_nodes: inbound })
    return name
  }
  const inputs = model.stages[0].dense.weights.kernel.shape[0]
  const start = { batch_input_shape: [null, inputs], dtype: 'float32', sparse: false }
  let last = add('InputLayer', 'input', start, [])
  for (const stage of model.stages) last = addStage(stage, last, add)
  if (outputActivation !== 'linear')
    last = add('Activation', 'answer', { activation: outputActivation }, [last])

  const { manifest, weights } = await packWeights(model.stages)
  const topology = {
    class_name: 'Model',
    config: { name: 'network', layers, input_layers: [['input', 0, 0]], output_layers: [[last, 0, 0]] },
    keras_version: '2.2.4',
    backend: 'tensor_flow.js',
  }
  const json = JSON.stringify({
    format: 'layers-model',
    generatedBy: 'Deep Learning, Live',
    convertedBy: null,
    modelTopology: topology,
    weightsManifest: [{ paths: ['weights.bin'], weights: manifest }],
    userDefinedMetadata: metadata,
  })
  return { json, weights }
}

type Add = (
  className: string,
  name: string,
  config: Readonly<Record<string, unknown>>,
  from: readonly string[],
) => string

/** Dense, then normalisation, f, dropout and the sum with the layer's input, as far as the stage has them. */
function addStage(stage: MlpStage, input: string, add: Add): string {
  const { name, dense, norm, activation, adds, dropout } = stage
  const units = dense.weights.kernel.shape[1]
  let last = add('Dense', name, { units, activation: 'linear', use_bias: true }, [input])
  if (norm)
    last = add('BatchNormalization', `${name}-norm`, { axis: 1, epsilon: norm.epsilon, momentum: 0.9 }, [
      last,
    ])
  if (activation === 'leaky-relu') {
    const { alpha } = fillIn(getActivation(activation).parameters, stage.parameters as Values)
    last = add('LeakyReLU', `${name}-activation`, { alpha }, [last])
  } else if (activation !== 'linear')
    last = add('Activation', `${name}-activation`, { activation: NAMES[activation] ?? activation }, [last])
  if (dropout) last = add('Dropout', `${name}-dropout`, { rate: dropout.rate }, [last])
  return adds ? add('Add', `${name}-sum`, {}, [input, last]) : last
}

/** All weights one after the other, each with the name that the layers library gives it. */
async function packWeights(stages: readonly MlpStage[]) {
  const named: [string, tf.Variable][] = stages.flatMap(({ name, dense, norm }) => {
    const { kernel, bias } = dense.weights
    const list: [string, tf.Variable][] = [[`${name}/kernel`, kernel]]
    if (bias) list.push([`${name}/bias`, bias])
    if (norm)
      list.push(
        [`${name}-norm/gamma`, norm.weights.scale],
        [`${name}-norm/beta`, norm.weights.offset],
        [`${name}-norm/moving_mean`, norm.state.mean],
        [`${name}-norm/moving_variance`, norm.state.variance],
      )
    return list
  })
  const size = named.reduce((sum, [, variable]) => sum + variable.size, 0)
  const view = new DataView(new ArrayBuffer(4 * size))
  let at = 0
  for (const [, variable] of named)
    for (const value of await read(variable)) {
      view.setFloat32(4 * at, value, true)
      at++
    }
  return {
    manifest: named.map(([name, { shape }]) => ({ name, shape, dtype: 'float32' })),
    weights: new Uint8Array(view.buffer),
  }
}
