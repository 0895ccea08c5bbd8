import { get, lanes, set, type Code } from './instructions.ts'
import type { Writer } from './module.ts'
import { overWindows, type Pooling } from './windows.ts'

/** The largest or the mean of each window. */
export function writePool(writer: Writer, pooling: Pooling): Code {
  const value = writer.local('vector')
  return overWindows(writer, pooling, (width, { first, result, cells, each }) => {
    const cellOf = (at: number): Code => lanes.load(width, get(at))
    if (pooling.how === 'max')
      return [
        ...set(value, cellOf(first)),
        ...each((cell) => set(value, lanes.max(get(value), cellOf(cell)))),
        ...lanes.store(width, get(result), get(value)),
      ]
    return [
      ...set(value, lanes.fill(0)),
      ...each((cell) => set(value, lanes.add(get(value), cellOf(cell)))),
      ...lanes.store(width, get(result), lanes.mul(get(value), lanes.shareOf(cells))),
    ]
  })
}

/** Adds each window's gradient to those of its cells: all to the first largest, or to each its share. */
export function writePoolGradient(writer: Writer, pooling: Pooling): Code {
  const { inputGradient, outputGradient } = pooling
  const [gradient, largest, found, open] = [0, 1, 2, 3].map(() => writer.local('vector'))
  return overWindows(writer, pooling, (width, { result, cells, each }) => {
    const received = lanes.load(width, get(result), outputGradient)
    const add = (cell: number, value: Code): Code => {
      const sum = lanes.add(lanes.load(width, get(cell), inputGradient), value)
      return lanes.store(width, get(cell), sum, inputGradient)
    }
    if (pooling.how === 'average')
      return [
        ...set(gradient, lanes.mul(received, lanes.shareOf(cells))),
        ...each((cell) => add(cell, get(gradient))),
      ]
    return [
      ...set(gradient, received),
      ...set(largest, lanes.load(width, get(result))),
      ...set(open, lanes.fill(1)),
      ...each((cell) => [
        ...set(found, lanes.and(lanes.equal(lanes.load(width, get(cell)), get(largest)), get(open))),
        ...set(open, lanes.without(get(open), get(found))),
        ...add(cell, lanes.and(get(gradient), get(found))),
      ]),
    ]
  })
}
