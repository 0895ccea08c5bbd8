import { blocksOf, FLOAT } from './blocks.ts'
import { get, lanes, set, whole, type Code } from './instructions.ts'
import { repeat, type Writer } from './module.ts'

/** Numbers of so many images, [count, size], and their gradients so many bytes after them. */
export interface Slopes {
  readonly values: number
  readonly gradient: number
  readonly size: number
}

/** The gradient stays where a rectifier let something through, and becomes 0 elsewhere. */
export function writeRectifierGradient(writer: Writer, { values, gradient, size }: Slopes): Code {
  const start = writer.local('whole')
  const image = { from: start, step: FLOAT * size }
  return [
    ...set(start, whole.constant(values)),
    ...repeat(writer, { local: 0 }, [image], ([from]) =>
      blocksOf(size, 1).flatMap(({ times, widths, offsets, bytes, skip }) =>
        repeat(writer, times, [{ from, step: bytes, skip }], ([at]) =>
          widths.flatMap((width, j) => {
            const passed = lanes.greater(lanes.load(width, get(at), offsets[j]), lanes.fill(0))
            const kept = lanes.and(lanes.load(width, get(at), gradient + offsets[j]), passed)
            return lanes.store(width, get(at), kept, gradient + offsets[j])
          }),
        ),
      ),
    ),
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
