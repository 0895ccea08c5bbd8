/**
 * Seeded, serialisable, splittable pseudo-random numbers: xoshiro128** (Blackman and Vigna, 2018) started from
 * a 128-bit key that is hashed from the seed and the name of the stream. Same seed and name, same numbers, on every machine.
 */

/** A list whose entries may be exchanged in place. */
export interface Shuffleable<T> {
  readonly length: number
  [index: number]: T
}

export interface Rng {
  /** Uniform in [0, 1), a multiple of 2^-32. */
  next(): number
  /** Standard normal: mean 0, variance 1. */
  normal(): number
  /** Uniform integer in 0 … n − 1, without bias. Throws a RangeError unless n is an integer in 1 … 2^32. */
  integer(n: number): number
  /** Shuffles in place; every order is equally likely (Fisher–Yates). */
  shuffle<T>(items: Shuffleable<T>): void
  /** 0 … n − 1 in random order. */
  permutation(n: number): Int32Array
  /**
   * An independent generator keyed by this one's seed and the label: it neither advances this one nor depends
   * on how far it has advanced. `makeRng(s).split('a')` is `makeRng(s, 'a')`.
   */
  split(label: string): Rng
  /** Everything needed to go on exactly from here, including the spare normal. */
  state(): Uint32Array
  /** Goes on exactly from a saved state, splits included. Throws a RangeError if it is not a state. */
  setState(state: Uint32Array): void
}

type Key = readonly [number, number, number, number]

// Layout of a saved state: xoshiro's four words, the key's four words, whether a spare normal waits, its two halves.
const STATE_LENGTH = 11
const TWO_TO_MINUS_32 = 2 ** -32

/**
 * Makes the generator of a seed, or of a named stream of that seed.
 * Any finite number is a seed, 0 included. Throws a RangeError otherwise.
 */
export function makeRng(seed: number, stream?: string): Rng {
  if (!Number.isFinite(seed)) throw new RangeError(`A seed must be a finite number, not ${seed}.`)
  const halves = new Uint32Array(new Float64Array([seed + 0]).buffer) // −0 and 0 are one seed
  const key = absorb([0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x6a09e667], [halves[0], halves[1]])
  return fromKey(stream === undefined ? key : splitKey(key, stream))
}

function fromKey(initial: Key): Rng {
  let key = initial
  let [s0, s1, s2, s3] = key
  let spare: number | undefined

  const word = (): number => {
    const product = Math.imul(s1, 5)
    const result = Math.imul((product << 7) | (product >>> 25), 9)
    const shifted = s1 << 9
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = (s3 << 11) | (s3 >>> 21)
    return result >>> 0
  }

  const integer = (n: number): number => {
    if (!Number.isInteger(n) || n < 1 || n > 2 ** 32) throw new RangeError(`No integer below ${n} to draw.`)
    for (;;) {
      const drawn = word()
      const rest = drawn % n
      // Words beyond the largest multiple of n would favour small remainders: draw again.
      if (drawn - rest + n <= 2 ** 32) return rest
    }
  }

  const shuffle = <T>(items: Shuffleable<T>): void => {
    for (let last = items.length - 1; last > 0; last--) {
      const other = integer(last + 1)
      const held = items[last]
      items[last] = items[other]
      items[other] = held
    }
  }

  return {
    next: () => word() * TWO_TO_MINUS_32,

    // Box and Muller (1958): two uniforms give two normals; the second waits as the spare.
    normal() {
      if (spare !== undefined) {
        const value = spare
        spare = undefined
        return value
      }
      const radius = Math.sqrt(-2 * Math.log((word() + 1) * TWO_TO_MINUS_32))
      const angle = 2 * Math.PI * word() * TWO_TO_MINUS_32
      spare = radius * Math.sin(angle)
      return radius * Math.cos(angle)
    },

    integer,
    shuffle,

    permutation(n) {
      const order = new Int32Array(n)
      for (let i = 0; i < n; i++) order[i] = i
      shuffle(order)
      return order
    },

    split: (label) => fromKey(splitKey(key, label)),

    state() {
      const halves = new Uint32Array(new Float64Array([spare ?? 0]).buffer)
      return Uint32Array.of(s0, s1, s2, s3, ...key, spare === undefined ? 0 : 1, halves[0], halves[1])
    },

    setState(state) {
      const empty = state[0] === 0 && state[1] === 0 && state[2] === 0 && state[3] === 0
      if (state.length !== STATE_LENGTH || empty) throw new RangeError('This is not a saved generator state.')
      s0 = state[0]
      s1 = state[1]
      s2 = state[2]
      s3 = state[3]
      key = [state[4], state[5], state[6], state[7]]
      spare = state[8] === 1 ? new Float64Array(state.slice(9, 11).buffer)[0] : undefined
    },
  }
}

function splitKey(key: Key, label: string): Key {
  return absorb(
    key,
    Array.from({ length: label.length }, (_, index) => label.charCodeAt(index)),
  )
}

/** Hashes words into a key; the number of words counts, so that no label is the beginning of another's stream. */
function absorb(key: Key, words: readonly number[]): Key {
  let [a, b, c, d] = key
  for (const word of [...words, words.length, 0x85ebca6b]) {
    a = mix(a ^ word) ^ b
    b = mix(b + a) ^ c
    c = mix(c + b) ^ d
    d = mix(d + c) ^ a
  }
  for (let round = 0; round < 4; round++) {
    a = mix(a + d)
    b = mix(b ^ a)
    c = mix(c + b)
    d = mix(d ^ c)
  }
  // xoshiro never leaves the all-zero state, so that state is not used.
  return (a | b | c | d) === 0 ? [1, 2, 3, 4] : [a >>> 0, b >>> 0, c >>> 0, d >>> 0]
}

/** The finaliser of MurmurHash3 (Appleby, 2011): each input bit changes about half of the output bits. */
function mix(input: number): number {
  let word = Math.imul(input ^ (input >>> 16), 0x85ebca6b)
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
  return word ^ (word >>> 16)
}
