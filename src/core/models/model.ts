import { read } from '../backend/read.ts'
import * as tf from '../backend/tf.ts'
import type { Layer, Weights } from '../layers/layer.ts'

/** A model: named layers in the order of computation. */
export interface Model {
  readonly layers: Readonly<Record<string, Layer>>
  dispose(): void
}

/** A model's learned numbers by path ("hidden-1/kernel"), in the order of computation. */
export function weightsOf(model: Model): Record<string, tf.Variable> {
  return byPath(model, (layer) => layer.weights)
}

/** Everything that must be saved: the weights, then the layers' other state. */
export function stateOf(model: Model): Record<string, tf.Variable> {
  return { ...weightsOf(model), ...byPath(model, (layer) => layer.state ?? {}) }
}

function byPath(model: Model, pick: (layer: Layer) => Weights): Record<string, tf.Variable> {
  const entries = Object.entries(model.layers).flatMap(([path, layer]) =>
    Object.entries(pick(layer)).map(([name, variable]) => [`${path}/${name}`, variable] as const),
  )
  return Object.fromEntries(entries)
}

/** Numbers of variables on the CPU, by path. */
export type SavedVariables = Readonly<Record<string, Float32Array<ArrayBuffer>>>

/** Copies the variables' numbers to the CPU. */
export async function saveVariables(variables: Weights): Promise<SavedVariables> {
  const paths = Object.keys(variables)
  const values = await Promise.all(paths.map((path) => read(variables[path])))
  return Object.fromEntries(paths.map((path, index) => [path, values[index]]))
}

/** Puts saved numbers back, exactly. Throws a RangeError, before changing anything, if they are of other variables. */
export function restoreVariables(variables: Weights, saved: SavedVariables): void {
  const paths = Object.keys(variables)
  const fits = paths.every((path) => path in saved && saved[path].length === variables[path].size)
  if (!fits || paths.length !== Object.keys(saved).length) {
    throw new RangeError('The saved numbers belong to another model.')
  }
  for (const path of paths) writeVariable(variables[path], saved[path])
}

/** Overwrites a variable with a copy of these numbers. */
export function writeVariable(variable: tf.Variable, values: Float32Array): void {
  // A copy, because on cpu a tensor shares the array it is made from.
  tf.tidy(() => variable.assign(tf.tensor(values.slice(), variable.shape, 'float32')))
}

export function disposeModel(model: Model): void {
  for (const layer of Object.values(model.layers)) layer.dispose()
}
