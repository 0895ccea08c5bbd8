/**
 * The instructions of WebAssembly that the kernels here are made of, each as its bytes. An expression leaves one value on the
 * stack; a statement leaves none. Addresses are in bytes, vectors are of four 32-bit floats.
 */
export type Code = readonly number[]

/** How many floats an access moves: a whole vector, or its first two or one, the others then being 0. */
export type Width = 4 | 2 | 1

/** Numbers without a sign, in sevens of bits. */
export function unsigned(value: number): number[] {
  const low = value & 0x7f
  const rest = value >>> 7
  return rest === 0 ? [low] : [low | 0x80, ...unsigned(rest)]
}

/** Numbers with a sign, in sevens of bits, two's complement. */
export function signed(value: number): number[] {
  const low = value & 0x7f
  const rest = value >> 7
  const ends = (rest === 0 && low < 0x40) || (rest === -1 && low >= 0x40)
  return ends ? [low] : [low | 0x80, ...signed(rest)]
}

const vector = (code: number): number[] => [0xfd, ...unsigned(code)]
/** No alignment is promised: floats stand where four bytes end. */
const access = (code: number, offset: number): number[] => [...vector(code), 0, ...unsigned(offset)]
const LOAD: Readonly<Record<Width, number>> = { 4: 0x00, 2: 0x5d, 1: 0x5c }
const STORE_LANE = { 2: 0x5b, 1: 0x5a } as const

export const get = (local: number): Code => [0x20, ...unsigned(local)]
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)]

/** Whole numbers and addresses. */
export const whole = {
  constant: (value: number): Code => [0x41, ...signed(value)],
  add: (a: Code, b: Code): Code => [...a, ...b, 0x6a],
  mul: (a: Code, b: Code): Code => [...a, ...b, 0x6c],
  shiftRight: (a: Code, bits: number): Code => [...a, ...whole.constant(bits), 0x76],
  load: (address: Code, offset = 0): Code => [...address, 0x28, 2, ...unsigned(offset)],
}

const float = (value: number): Code => [0x43, ...new Uint8Array(Float32Array.of(value).buffer)]
const unary =
  (code: number) =>
  (a: Code): Code => [...a, ...vector(code)]
const binary =
  (code: number) =>
  (a: Code, b: Code): Code => [...a, ...b, ...vector(code)]

/** Vectors of floats; masks have all bits of a lane set, or none. */
export const lanes = {
  /** Every lane holds these 32 bits. */
  fill: (bits: 0 | 1): Code => [...vector(0x0c), ...Array.from({ length: 16 }, () => (bits ? 0xff : 0))],
  load: (width: Width, address: Code, offset = 0): Code => [...address, ...access(LOAD[width], offset)],
  /** The float at the address, in every lane. */
  loadSplat: (address: Code, offset = 0): Code => [...address, ...access(0x09, offset)],
  store: (width: Width, address: Code, value: Code, offset = 0): Code =>
    width === 4
      ? [...address, ...value, ...access(0x0b, offset)]
      : [...address, ...value, ...access(STORE_LANE[width], offset), 0],
  /** The same float in every lane. */
  constant: (value: number): Code => [...float(value), ...vector(0x13)],
  add: binary(0xe4),
  sub: binary(0xe5),
  mul: binary(0xe6),
  div: binary(0xe7),
  neg: unary(0xe1),
  abs: unary(0xe0),
  sqrt: unary(0xe3),
  nearest: unary(0x6a),
  /** Floats to whole numbers and back, lane by lane. */
  truncate: unary(0xf8),
  convert: unary(0xfa),
  /** The second where it is smaller, else the first. */
  min: binary(0xea),
  /** The second where the first is smaller, else the first. */
  max: binary(0xeb),
  equal: binary(0x41),
  unequal: binary(0x42),
  greater: binary(0x44),
  and: binary(0x4e),
  /** The bits of `a` where the mask has bits, else those of `b`. */
  choose: (mask: Code, a: Code, b: Code): Code => [...a, ...b, ...mask, ...vector(0x52)],
  /** The bits of the first that the second lacks. */
  without: binary(0x4f),
  /** 1 / n in every lane. */
  shareOf: (n: Code): Code => [...float(1), ...n, 0xb2, 0x95, ...vector(0x13)],
}

/** Ends a loop's turn by going back to its start while the condition is not 0. */
export const loopWhile = (body: Code, condition: Code): Code => [
  0x03,
  0x40,
  ...body,
  ...condition,
  0x0d,
  0,
  0x0b,
]
