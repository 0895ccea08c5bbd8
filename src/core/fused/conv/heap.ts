import { FLOAT } from '../simd/blocks.ts'

/** Memory that is laid out before it exists. */
export interface Heap {
  /** So many images have room at once, in fours. */
  readonly images: number
  /** A place for so many floats, its address in bytes. They are 0 at first. */
  take(floats: number): number
  /** A place with these whole numbers in it. */
  put(numbers: readonly number[]): number
  /** Makes the memory; nothing can be taken afterwards. Undefined where there is not so much. */
  open(): WebAssembly.Memory | undefined
  /** The floats at an address, once the memory is open. */
  floats(address: number, length: number): Float32Array
}

/** Places begin at multiples of this many bytes, so that vectors do not straddle two cache lines without need. */
const ALIGNED = 64
const PAGE = 65_536

export function makeHeap(images: number): Heap {
  const contents: { readonly address: number; readonly numbers: readonly number[] }[] = []
  let end = 0
  let buffer = new ArrayBuffer(0)
  const take = (floats: number): number => {
    const address = end
    end += Math.ceil((floats * FLOAT) / ALIGNED) * ALIGNED
    return address
  }
  return {
    images,
    take,
    put(numbers) {
      const address = take(numbers.length)
      contents.push({ address, numbers })
      return address
    },
    open() {
      const memory = memoryOf(Math.max(1, Math.ceil(end / PAGE)))
      if (!memory) return undefined
      buffer = memory.buffer
      for (const { address, numbers } of contents) new Int32Array(buffer, address).set(numbers)
      return memory
    },
    floats: (address, length) => new Float32Array(buffer, address, length),
  }
}

function memoryOf(pages: number): WebAssembly.Memory | undefined {
  try {
    return new WebAssembly.Memory({ initial: pages })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
