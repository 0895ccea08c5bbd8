import { get, loopWhile, set, unsigned, whole, type Code } from './instructions.ts'

/** A function being written. Parameters are whole numbers, and its first locals. */
export interface Writer {
  /** A new local: a whole number, or a vector. */
  local(type: 'whole' | 'vector'): number
}

/** How often a loop runs, at least once: a number, or what a local holds. */
export type Times = number | { readonly local: number }

/** A pointer that a loop moves: it begins `skip` bytes after where `from` points, and each turn moves it by `step`. */
export interface Moving {
  readonly from: number
  readonly step: number
  readonly skip?: number
}

/** A loop. `body` is given the moving pointers, which are locals of its own; the outer ones stay. */
export function repeat(
  writer: Writer,
  times: Times,
  pointers: readonly Moving[],
  body: (moved: readonly number[]) => Code,
): Code {
  const once = times === 1
  const starts: number[] = []
  const moved = pointers.map(({ from, step, skip = 0 }) => {
    if (skip === 0 && (once || step === 0)) return from
    const local = writer.local('whole')
    starts.push(...set(local, whole.add(get(from), whole.constant(skip))))
    return local
  })
  if (once) return [...starts, ...body(moved)]
  const left = writer.local('whole')
  const moves = pointers.flatMap(({ step }, i) =>
    step === 0 ? [] : set(moved[i], whole.add(get(moved[i]), whole.constant(step))),
  )
  const turn = [...body(moved), ...moves, ...set(left, whole.add(get(left), whole.constant(-1)))]
  const first = typeof times === 'number' ? whole.constant(times) : get(times.local)
  return [...starts, ...set(left, first), ...loopWhile(turn, get(left))]
}

/** A kernel for so many images. */
export type Kernel = (count: number) => void

export interface ModuleWriter {
  /** Adds a kernel, whose parameter 0 is the number of images. It can be called once the module is linked. */
  add(write: (writer: Writer) => Code): Kernel
  /** Compiles all that was added, over this memory. False where that is not possible: no SIMD, or not allowed. */
  link(memory: WebAssembly.Memory): boolean
}

const TYPES = { whole: 0x7f, vector: 0x7b } as const

/** Writes a WebAssembly module of kernels over one imported memory. */
export function makeModule(): ModuleWriter {
  const bodies: Code[] = []
  let linked: readonly Kernel[] = []
  return {
    add(write) {
      const locals: number[] = []
      const code = write({
        local(type) {
          locals.push(TYPES[type])
          return locals.length
        },
      })
      const index = bodies.length
      bodies.push([...list(locals.map((type) => [1, type])), ...code, 0x0b])
      return (count) => linked[index](count)
    },
    link(memory) {
      try {
        const { exports } = new WebAssembly.Instance(new WebAssembly.Module(encode(bodies)), {
          m: { m: memory },
        })
        linked = bodies.map((_, index) => exports[`f${index}`] as Kernel)
        return true
      } catch (error) {
        if (error instanceof WebAssembly.CompileError) return false
        throw error
      }
    },
  }
}

const list = (entries: readonly Code[]): number[] => [...unsigned(entries.length), ...entries.flat()]
const sized = (content: Code): number[] => [...unsigned(content.length), ...content]
const section = (id: number, entries: readonly Code[]): number[] => [id, ...sized(list(entries))]
const name = (text: string): number[] => sized(Array.from(text, (letter) => letter.charCodeAt(0)))

/** Functions of one whole number over the memory "m" of "m", exported as f0, f1 … */
function encode(bodies: readonly Code[]): Uint8Array<ArrayBuffer> {
  const each = (entry: (index: number) => Code): Code[] => bodies.map((_, index) => entry(index))
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [[0x60, 1, TYPES.whole, 0]]),
    ...section(2, [[...name('m'), ...name('m'), 0x02, 0x00, 1]]),
    ...section(
      3,
      each(() => [0]),
    ),
    ...section(
      7,
      each((index) => [...name(`f${index}`), 0x00, ...unsigned(index)]),
    ),
    ...section(10, bodies.map(sized)),
  ])
}
