import { blocksOf, FLOAT } from './blocks.ts'
import { get, lanes, set, whole, type Code, type Width } from './instructions.ts'
import { repeat, type Writer } from './module.ts'

/** Maps [count, positions, channels] that are normalised channel by channel: addresses in bytes, arrays of [channels]. */
export interface Norm {
  readonly channels: number
  readonly positions: number
  readonly epsilon: number
  readonly input: number
  readonly output: number
  readonly scale: number
  readonly offset: number
  /** What the batch has, for each channel. */
  readonly mean: number
  readonly variance: number
  /** Gradients stand so many bytes after the numbers they are of. */
  readonly inputGradient: number
  readonly outputGradient: number
  readonly weightGradient: number
}

/** Some channels: a walk over all their places, and their numbers in the arrays. */
interface Channels {
  readonly width: Width
  /** Visits every place in every map. Sums are made map by map: `sums` are added to what the locals hold. */
  each(sums: readonly number[], visit: (at: number, parts: readonly number[]) => Code): Code
  load(array: number): Code
  store(array: number, value: Code): Code
}

/** Normalises by the batch's own mean and variance, which are kept. */
export function writeNorm(writer: Writer, norm: Norm): Code {
  const { input, output, epsilon } = norm
  const [mean, sum, factor, offset, away] = [0, 1, 2, 3, 4].map(() => writer.local('vector'))
  return overChannels(writer, norm, ({ width, each, load, store }, share) => {
    const distance = (at: number): Code => lanes.sub(lanes.load(width, get(at)), get(mean))
    const variance = lanes.add(load(norm.variance), lanes.constant(epsilon))
    return [
      ...set(sum, lanes.fill(0)),
      ...each([sum], (at, [part]) => set(part, lanes.add(get(part), lanes.load(width, get(at))))),
      ...set(mean, lanes.mul(get(sum), share)),
      ...store(norm.mean, get(mean)),
      ...set(sum, lanes.fill(0)),
      ...each([sum], (at, [part]) => [
        ...set(away, distance(at)),
        ...set(part, lanes.add(get(part), lanes.mul(get(away), get(away)))),
      ]),
      ...store(norm.variance, lanes.mul(get(sum), share)),
      ...set(factor, lanes.div(load(norm.scale), lanes.sqrt(variance))),
      ...set(offset, load(norm.offset)),
      ...each([], (at) => {
        const result = lanes.add(lanes.mul(distance(at), get(factor)), get(offset))
        return lanes.store(width, get(at), result, output - input)
      }),
    ]
  })
}

/** Adds to the gradients of scale and offset; where it `passesOn`, writes that of the input. */
export function writeNormGradient(writer: Writer, norm: Norm, passesOn: boolean): Code {
  const { input, output, epsilon } = norm
  const [mean, root, sum, product, factor, gradient] = Array.from({ length: 6 }, () => writer.local('vector'))
  return overChannels(writer, norm, ({ width, each, load, store }, share) => {
    const distance = (at: number): Code => lanes.sub(lanes.load(width, get(at)), get(mean))
    const received = (at: number): Code => lanes.load(width, get(at), output + norm.outputGradient - input)
    const add = (weight: number, value: Code): Code =>
      store(weight + norm.weightGradient, lanes.add(load(weight + norm.weightGradient), value))
    const back = each([], (at) => {
      const others = lanes.add(get(sum), lanes.mul(distance(at), get(product)))
      const value = lanes.mul(get(factor), lanes.sub(received(at), others))
      return lanes.store(width, get(at), value, norm.inputGradient)
    })
    return [
      ...set(mean, load(norm.mean)),
      ...set(root, lanes.sqrt(lanes.add(load(norm.variance), lanes.constant(epsilon)))),
      ...set(sum, lanes.fill(0)),
      ...set(product, lanes.fill(0)),
      ...each([sum, product], (at, [part, partOfProduct]) => [
        ...set(gradient, received(at)),
        ...set(part, lanes.add(get(part), get(gradient))),
        ...set(partOfProduct, lanes.add(get(partOfProduct), lanes.mul(get(gradient), distance(at)))),
      ]),
      ...set(product, lanes.div(get(product), get(root))),
      ...add(norm.scale, get(product)),
      ...add(norm.offset, get(sum)),
      // The batch's statistics depend on every input: their part is taken away from each.
      ...set(factor, lanes.div(load(norm.scale), get(root))),
      ...set(sum, lanes.mul(get(sum), share)),
      ...set(product, lanes.div(lanes.mul(get(product), share), get(root))),
      ...(passesOn ? back : []),
    ]
  })
}

/** Visits the channels, four at a time; parameter 0 says of how many images. `share` is 1 / places. */
function overChannels(
  writer: Writer,
  { channels, positions, input, scale }: Norm,
  visit: (channels: Channels, share: Code) => Code,
): Code {
  const cell = FLOAT * channels
  const [start, array] = [writer.local('whole'), writer.local('whole')]
  const share = writer.local('vector')
  const blocks = blocksOf(channels, 1).flatMap(({ times, widths, offsets, bytes, skip }) =>
    widths.flatMap((width, j) =>
      repeat(
        writer,
        times,
        [start, array].map((from) => ({ from, step: bytes, skip: skip + offsets[j] })),
        ([at, own]) =>
          visit(
            {
              width,
              load: (address) => lanes.load(width, get(own), address - scale),
              store: (address, value) => lanes.store(width, get(own), value, address - scale),
              each(sums, visitPlace) {
                const parts = sums.map(() => writer.local('vector'))
                return repeat(writer, { local: 0 }, [{ from: at, step: cell * positions }], ([image]) => [
                  ...parts.flatMap((part) => set(part, lanes.fill(0))),
                  ...repeat(writer, positions, [{ from: image, step: cell }], ([place]) =>
                    visitPlace(place, parts),
                  ),
                  ...parts.flatMap((part, i) => set(sums[i], lanes.add(get(sums[i]), get(part)))),
                ])
              },
            },
            get(share),
          ),
      ),
    ),
  )
  return [
    ...set(start, whole.constant(input)),
    ...set(array, whole.constant(scale)),
    ...set(share, lanes.shareOf(whole.mul(get(0), whole.constant(positions)))),
    ...blocks,
  ]
}
