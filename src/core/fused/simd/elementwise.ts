import { constants, type Activation } from '../../../math/activation.ts'
import type { Algebra } from '../../../math/algebra.ts'
import type { Values } from '../../../math/parameter.ts'
import { blocksOf, FLOAT } from './blocks.ts'
import { get, lanes, set, whole, type Code } from './instructions.ts'
import { repeat, type Writer } from './module.ts'
import { makeVectors } from './vectors.ts'

/** An activation function between sums and results of so many images, [count, size]: addresses in bytes. */
export interface Elementwise {
  readonly activation: Activation
  readonly parameters: Values
  readonly size: number
  readonly output: number
  /** The same as the output, or behind it. */
  readonly sums: number
  /** The output's gradient stands so many bytes after it. */
  readonly gradient: number
}

/** From sums to results. */
export function writeActivation(writer: Writer, at: Elementwise): Code {
  return overVectors(writer, at, (o, z, parameters) => ({
    result: at.activation.value(o, z, parameters),
    into: 0,
  }))
}

/** From the gradient of the results to that of the sums, which takes its place. */
export function writeSlope(writer: Writer, at: Elementwise): Code {
  return overVectors(writer, at, (o, z, parameters, load) => ({
    result: o.mul(load(at.gradient), at.activation.derivative(o, z, parameters)),
    into: at.gradient,
  }))
}

/** Of parameter 0 images. The last vector may reach behind their last number. Distances are from the output. */
function overVectors(
  writer: Writer,
  { activation, parameters, sums, output, size }: Elementwise,
  compute: (
    o: Algebra<Code>,
    z: Code,
    parameters: Record<string, Code>,
    load: (distance: number) => Code,
  ) => { readonly result: Code; readonly into: number },
): Code {
  const { o, name, before, source } = makeVectors(writer)
  const [start, vectors] = [writer.local('whole'), writer.local('whole')]
  const all = whole.mul(get(0), whole.constant(size))
  const loop = repeat(writer, { local: vectors }, [{ from: start, step: 4 * FLOAT }], ([at]) => {
    const load = (distance: number): Code => name(lanes.load(4, get(at), distance))
    const { result, into } = compute(o, load(sums - output), constants(o, activation, parameters), load)
    return [...source(), ...lanes.store(4, get(at), result, into)]
  })
  return [
    ...before(),
    ...set(start, whole.constant(output)),
    ...set(vectors, whole.shiftRight(whole.add(all, whole.constant(3)), 2)),
    ...loop,
  ]
}

/** Maps of gradients, [count, positions, channels]. */
export interface Sums {
  readonly values: number
  readonly positions: number
  readonly channels: number
  /** [channels] */
  readonly into: number
}

/** Adds to each channel's number what stands in that channel, image by image: the gradient of a bias. */
export function writeSums(writer: Writer, { values, positions, channels, into }: Sums): Code {
  const [start, target, sum] = [writer.local('whole'), writer.local('whole'), writer.local('vector')]
  const cell = FLOAT * channels
  return [
    ...set(start, whole.constant(values)),
    ...set(target, whole.constant(into)),
    ...repeat(writer, { local: 0 }, [{ from: start, step: cell * positions }], (images) =>
      blocksOf(channels, 1).flatMap(({ times, widths, offsets, bytes, skip }) =>
        widths.flatMap((width, j) =>
          repeat(
            writer,
            times,
            [images[0], target].map((from) => ({ from, step: bytes, skip: skip + offsets[j] })),
            ([from, to]) => [
              ...set(sum, lanes.fill(0)),
              ...repeat(writer, positions, [{ from, step: cell }], ([at]) =>
                set(sum, lanes.add(get(sum), lanes.load(width, get(at)))),
              ),
              ...lanes.store(width, get(to), lanes.add(lanes.load(width, get(to)), get(sum))),
            ],
          ),
        ),
      ),
    ),
  ]
}
