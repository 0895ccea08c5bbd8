import type { NetLayer, Volume } from '../../../math/architecture.ts'
import { FLOAT } from '../simd/blocks.ts'
import { writePool, writePoolGradient } from '../simd/pooling.ts'
import type { Pooling, Windows } from '../simd/windows.ts'
import { paddingBefore, type Site, type Stage } from './stage.ts'

type PoolLayer = Omit<Extract<NetLayer, { kind: 'pool' }>, 'kind' | 'size'> & {
  readonly window: { readonly height: number; readonly width: number }
}

/** Pooling: of windows that reach over the edge only the cells inside count. */
export function makePoolStage(
  { heap, module, input: from, output: into, passesOn }: Site,
  { how, window, stride, padding }: PoolLayer,
  input: Volume,
  output: Volume,
): Stage {
  const windowsAlong = (axis: 'height' | 'width', bytes: number): Windows => {
    const count = output[axis]
    const before = paddingBefore(padding, { input: input[axis], window: window[axis], stride, output: count })
    const table = Array.from({ length: count }, (_, i) => {
      const first = Math.max(0, i * stride - before)
      const end = Math.min(input[axis], i * stride - before + window[axis])
      return [first * bytes, end - first]
    })
    return { address: heap.put(table.flat()), count }
  }
  const cell = FLOAT * input.channels
  const pooling: Pooling = {
    how,
    channels: input.channels,
    height: input.height,
    width: input.width,
    rows: windowsAlong('height', cell * input.width),
    columns: windowsAlong('width', cell),
    input: from.address,
    output: into.address,
    inputGradient: from.gradient,
    outputGradient: into.gradient,
  }
  const forward = module.add((writer) => writePool(writer, pooling))
  const addGradient = passesOn ? module.add((writer) => writePoolGradient(writer, pooling)) : undefined
  return {
    forward,
    backward(count) {
      if (!addGradient) return
      heap.floats(from.address + from.gradient, count * from.size).fill(0)
      addGradient(count)
    },
  }
}
