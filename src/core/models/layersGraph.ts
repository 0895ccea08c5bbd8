import { getActivation } from '../../math/activations/index.ts'
import { fillIn, type Values } from '../../math/parameter.ts'
import { read } from '../backend/read.ts'
import type * as tf from '../backend/tf.ts'

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

interface LayerJson {
  readonly class_name: string
  readonly name: string
  readonly config: Readonly<Record<string, unknown>>
  readonly inbound_nodes: readonly unknown[]
}

/** A network in the layers format, as it grows: a functional graph, since residual connections branch. */
export interface LayersGraph {
  /** Adds a layer after others and answers its name; without others it is the input. */
  add(
    className: string,
    name: string,
    config: Readonly<Record<string, unknown>>,
    from: readonly string[],
  ): string
  /** Adds an activation function by our id; `linear` adds nothing. */
  activate(name: string, id: string, from: string, parameters?: Readonly<Record<string, unknown>>): string
  /** Puts a layer's numbers into the file, by the name that the layers library gives them. */
  keep(name: string, variable: tf.Tensor): void
  /** The two files of the network that ends with this layer. Reads the weights. */
  finish(last: string, options: LayersModelOptions): Promise<LayersModel>
}

/** Names of the functions in the layers library, where they differ from ours. Those absent there are layers of their own. */
const NAMES: Readonly<Record<string, string>> = {
  silu: 'swish',
  'hard-sigmoid': 'hardSigmoid',
  'gelu-tanh': 'gelu_new',
}

/** Begins a graph with an input of this shape, the batch left out. */
export function makeLayersGraph(input: readonly number[]): LayersGraph {
  const layers: LayerJson[] = []
  const named: [string, tf.Tensor][] = []

  const add: LayersGraph['add'] = (class_name, name, config, from) => {
    const inbound = from.length === 0 ? [] : [from.map((source) => [source, 0, 0, {}])]
    layers.push({ class_name, name, config: { name, ...config }, inbound_nodes: inbound })
    return name
  }
  add('InputLayer', 'input', { batch_input_shape: [null, ...input], dtype: 'float32', sparse: false }, [])

  return {
    add,
    activate(name, id, from, parameters = {}) {
      if (id === 'linear') return from
      if (id !== 'leaky-relu') return add('Activation', name, { activation: NAMES[id] ?? id }, [from])
      const { alpha } = fillIn(getActivation(id).parameters, parameters as Values)
      return add('LeakyReLU', name, { alpha }, [from])
    },
    keep: (name, variable) => void named.push([name, variable]),
    async finish(end, { outputActivation = 'linear', metadata = {} }) {
      const last =
        outputActivation === 'linear'
          ? end
          : add('Activation', 'answer', { activation: outputActivation }, [end])
      const topology = {
        class_name: 'Model',
        config: { name: 'network', layers, input_layers: [['input', 0, 0]], output_layers: [[last, 0, 0]] },
        keras_version: '2.2.4',
        backend: 'tensor_flow.js',
      }
      const manifest = named.map(([name, { shape }]) => ({ name, shape, dtype: 'float32' }))
      const json = JSON.stringify({
        format: 'layers-model',
        generatedBy: 'Deep Learning, Live',
        convertedBy: null,
        modelTopology: topology,
        weightsManifest: [{ paths: ['weights.bin'], weights: manifest }],
        userDefinedMetadata: metadata,
      })
      return { json, weights: await packWeights(named.map(([, variable]) => variable)) }
    },
  }
}

/** All numbers one after the other. */
async function packWeights(variables: readonly tf.Tensor[]): Promise<Uint8Array<ArrayBuffer>> {
  const size = variables.reduce((sum, variable) => sum + variable.size, 0)
  const view = new DataView(new ArrayBuffer(4 * size))
  let at = 0
  for (const variable of variables)
    for (const value of await read(variable)) {
      view.setFloat32(4 * at, value, true)
      at++
    }
  return new Uint8Array(view.buffer)
}

/** The numbers of batch normalisation by the names of the layers library. */
export function keepNorm(
  graph: LayersGraph,
  name: string,
  weights: { readonly scale: tf.Tensor; readonly offset: tf.Tensor },
  state: { readonly mean: tf.Tensor; readonly variance: tf.Tensor },
): void {
  graph.keep(`${name}/gamma`, weights.scale)
  graph.keep(`${name}/beta`, weights.offset)
  graph.keep(`${name}/moving_mean`, state.mean)
  graph.keep(`${name}/moving_variance`, state.variance)
}
