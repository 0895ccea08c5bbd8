import { spread } from '../backend/dilatedFilter.ts'
import * as tf from '../backend/tf.ts'
import type { BatchNorm } from '../layers/batchNorm.ts'
import type { ConvNet, ConvNetStage } from './convNet.ts'
import {
  keepNorm,
  makeLayersGraph,
  type LayersGraph,
  type LayersModel,
  type LayersModelOptions,
} from './layersGraph.ts'

/** Writes a network for images in the layers format; its input is [batch, height, width, channels]. Reads the weights. */
export async function formatConvNet(
  { stages }: ConvNet,
  options: LayersModelOptions = {},
): Promise<LayersModel> {
  const { height, width, channels } = stages[0].planned.input
  const graph = makeLayersGraph([height, width, channels])
  /** Kernels that stand in the file in another form than in the network. */
  const made: tf.Tensor[] = []
  let last = 'input'
  let flat = false
  for (const stage of stages) {
    const { kind } = stage.planned.layer
    if (kind === 'dense' && !flat) last = graph.add('Flatten', `${stage.name}-flat`, {}, [last])
    flat ||= kind === 'dense' || kind === 'global-pool'
    last = addStage(graph, stage, last, flat, made)
  }
  const files = await graph.finish(last, options)
  tf.dispose(made)
  return files
}

function addStage(
  graph: LayersGraph,
  stage: ConvNetStage,
  input: string,
  flat: boolean,
  made: tf.Tensor[],
): string {
  const { name, planned, layer } = stage
  const { layer: asked } = planned
  const weights = layer?.weights ?? {}
  const keepWeights = (kernel: tf.Tensor): void => {
    graph.keep(`${name}/kernel`, kernel)
    graph.keep(`${name}/bias`, weights['bias'])
  }
  switch (asked.kind) {
    case 'conv': {
      // The library refuses stride and dilation together: then the kernel is written with its zeros.
      const wide = asked.stride > 1 && asked.dilation > 1
      const kernel = weights['kernel'] as tf.Tensor4D
      const written = wide ? tf.tidy(() => spread(kernel, asked.dilation, asked.dilation)) : kernel
      if (wide) made.push(written)
      const dilation = wide ? 1 : asked.dilation
      const config = {
        filters: asked.filters,
        kernel_size: [written.shape[0], written.shape[1]],
        strides: [asked.stride, asked.stride],
        dilation_rate: [dilation, dilation],
        padding: asked.padding,
        data_format: 'channels_last',
        activation: 'linear',
        use_bias: true,
      }
      keepWeights(written)
      return graph.activate(
        `${name}-activation`,
        asked.activation,
        graph.add('Conv2D', name, config, [input]),
      )
    }
    case 'dense': {
      keepWeights(weights['kernel'])
      const config = { units: asked.units, activation: 'linear', use_bias: true }
      return graph.activate(`${name}-activation`, asked.activation, graph.add('Dense', name, config, [input]))
    }
    case 'batch-norm': {
      const { epsilon, weights: learned, state } = layer as BatchNorm
      keepNorm(graph, name, learned, state)
      return graph.add('BatchNormalization', name, { axis: flat ? 1 : 3, epsilon, momentum: 0.9 }, [input])
    }
    case 'dropout':
      return graph.add('Dropout', name, { rate: asked.rate }, [input])
    case 'pool': {
      const config = {
        pool_size: [asked.size, asked.size],
        strides: [asked.stride, asked.stride],
        padding: asked.padding,
        data_format: 'channels_last',
      }
      const kind = asked.how === 'max' ? 'MaxPooling2D' : 'AveragePooling2D'
      return graph.add(kind, name, config, [input])
    }
    case 'global-pool':
      return graph.add('GlobalAveragePooling2D', name, { data_format: 'channels_last' }, [input])
  }
}
