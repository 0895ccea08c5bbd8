import {
  keepNorm,
  makeLayersGraph,
  type LayersGraph,
  type LayersModel,
  type LayersModelOptions,
} from './layersGraph.ts'
import type { Mlp, MlpStage } from './mlp.ts'

/** Writes a dense network in the layers format. Reads the weights. */
export function formatLayersModel(model: Mlp, options: LayersModelOptions = {}): Promise<LayersModel> {
  const graph = makeLayersGraph([model.stages[0].dense.weights.kernel.shape[0]])
  let last = 'input'
  for (const stage of model.stages) last = addStage(graph, stage, last)
  return graph.finish(last, options)
}

/** Dense, then normalisation, f, dropout and the sum with the layer's input, as far as the stage has them. */
function addStage(graph: LayersGraph, stage: MlpStage, input: string): string {
  const { name, dense, norm, activation, parameters, adds, dropout } = stage
  const { kernel, bias } = dense.weights
  const config = { units: kernel.shape[1], activation: 'linear', use_bias: true }
  let last = graph.add('Dense', name, config, [input])
  graph.keep(`${name}/kernel`, kernel)
  if (bias) graph.keep(`${name}/bias`, bias)
  if (norm) {
    const how = { axis: 1, epsilon: norm.epsilon, momentum: 0.9 }
    last = graph.add('BatchNormalization', `${name}-norm`, how, [last])
    keepNorm(graph, last, norm.weights, norm.state)
  }
  last = graph.activate(`${name}-activation`, activation, last, parameters)
  if (dropout) last = graph.add('Dropout', `${name}-dropout`, { rate: dropout.rate }, [last])
  return adds ? graph.add('Add', `${name}-sum`, {}, [input, last]) : last
}
