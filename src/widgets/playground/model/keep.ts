import { formatLayersModel } from '../../../core/models/layersModel.ts'
import type { Mlp } from '../../../core/models/mlp.ts'
import { saveVariables, stateOf } from '../../../core/models/model.ts'
import { orderFeatures, planeFeatures } from '../../../math/planeFeature.ts'
import type { Points } from '../../../math/pointSet.ts'
import type { Download } from '../../../protocol/spec.ts'
import type { PlaygroundValues } from '../spec/params.ts'
import type { Question } from '../spec/traffic.ts'
import type { Task } from './task.ts'

/** What a reader can take away: the trained network in two forms, and the points. */
export async function keep(
  kind: Question['kind'],
  values: PlaygroundValues,
  model: Mlp,
  task: Task,
): Promise<Download> {
  if (kind === 'points') return file('points.csv', 'text/csv', formatPoints(task))
  if (kind === 'json') return file('network.json', 'application/json', await formatJson(values, model, task))
  const { json, weights } = await formatLayersModel(model, {
    outputActivation: answerOf(task),
    metadata: describe(values, task),
  })
  return {
    files: [
      { name: 'model.json', type: 'application/json', content: json },
      { name: 'weights.bin', type: 'application/octet-stream', content: weights },
    ],
  }
}

const file = (name: string, type: string, content: string): Download => ({ files: [{ name, type, content }] })

/** Cross-entropy's logits leave the book as probabilities; other scores as they are. */
function answerOf({ classes, loss }: Task): 'linear' | 'sigmoid' | 'softmax' {
  if (!loss.includes('cross-entropy')) return 'linear'
  return classes > 2 ? 'softmax' : 'sigmoid'
}

function describe(values: PlaygroundValues, task: Task) {
  return {
    inputs: orderFeatures(values.features).map((id) => planeFeatures[id].text),
    classes: task.classes,
    loss: task.loss,
    output: answerOf(task),
  }
}

/** Every number by its path (`hidden-1/kernel`, row after row), with what is needed to compute with them. */
async function formatJson(values: PlaygroundValues, model: Mlp, task: Task): Promise<string> {
  const weights = await saveVariables(stateOf(model))
  return JSON.stringify(
    {
      ...describe(values, task),
      layers: model.stages.map(({ name, activation, adds, norm, dense }) => ({
        name,
        shape: dense.weights.kernel.shape,
        activation,
        addsItsInput: adds,
        normalised: norm !== undefined,
      })),
      weights: Object.fromEntries(Object.entries(weights).map(([path, list]) => [path, [...list]])),
    },
    null,
    1,
  )
}

/** One line for each point; the last column says which part it belongs to. */
function formatPoints({ classes, train, test }: Task): string {
  const rows = (points: Points, part: string): string[] =>
    Array.from(points.targets, (target, i) => {
      const wanted = classes > 0 ? String.fromCharCode(65 + target) : String(target)
      return `${points.inputs[2 * i]},${points.inputs[2 * i + 1]},${wanted},${part}`
    })
  const head = classes > 0 ? 'x,y,class,part' : 'x,y,target,part'
  return [head, ...rows(train.points, 'train'), ...rows(test.points, 'test'), ''].join('\r\n')
}
