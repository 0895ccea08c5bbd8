import { numbers, type Algebra } from '../../math/algebra.ts'

/** Statements being written, and the algebra whose elements are names of numbers in them. */
export interface Code {
  /** Each operation becomes a `const` of its own; an operation that was written before is not written again. */
  readonly o: Algebra<string>
  /** Writes a statement. */
  write(statement: string): void
  /** Gives an expression a name, or the name that it has. */
  name(expression: string): string
  source(): string
}

/** Adding and taking away 1.5 · 2⁵² rounds to a whole number. */
const ROUNDER = 6755399441055744
/** ln 2 in two parts: the first times a small whole number is exact. */
const LN2_HIGH = 0.69314718036912381649
const LN2_LOW = 1.90821492927058770002e-10
/** 1/8!, 1/7! … 1: Taylor's series of eʳ, to 2 · 10⁻¹⁰ for |r| ≤ ½ ln 2: a hundred times finer than 32-bit floats are. */
const TAYLOR = [8, 7, 6, 5, 4, 3, 2, 1, 1].map((_, i) => 1 / factorial(8 - i))

/** What generated code calls by name, in the order of its arguments. */
export const HELPERS = {
  erf: numbers.erf,
  /** 2ⁿ stands at n + 1022. */
  POWERS: Float64Array.from({ length: 2046 }, (_, i) => 2 ** (i - 1022)),
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1)
}

/**
 * Starts a block of generated JavaScript. A rule of `math/` that is run over `o` becomes straight-line code in
 * double precision, in which tanh and sigmoid share their exponential with their derivatives. What it calls is
 * in `HELPERS`.
 */
export function makeCode(): Code {
  const statements: string[] = []
  const names = new Map<string, string>()
  const negatives = new Map<string, string>()

  function name(expression: string): string {
    const known = names.get(expression)
    if (known !== undefined) return known
    const made = `t${names.size}`
    statements.push(`const ${made} = ${expression};`)
    names.set(expression, made)
    return made
  }

  const constant = (value: number): string =>
    value < 0 || Object.is(value, -0) ? `(${value})` : String(value)
  const binary = (operator: string) => (a: string, b: string) => name(`${a} ${operator} ${b}`)
  const call = (f: string) => (a: string) => name(`${f}(${a})`)
  const mul = binary('*')
  const sub = binary('-')
  const exp = (a: string): string => {
    const x = name(`Math.max(-708, Math.min(709, ${a}))`)
    const n = name(`${x} * ${Math.LOG2E} + ${ROUNDER} - ${ROUNDER}`)
    const r = name(`${x} - ${n} * ${LN2_HIGH} - ${n} * ${LN2_LOW}`)
    const series = TAYLOR.slice(1).reduce((sum, term) => `(${sum} * ${r} + ${term})`, String(TAYLOR[0]))
    return name(`${series} * POWERS[(${n} + 1022) | 0]`)
  }
  const sigmoid = (a: string): string => {
    const positive = negatives.get(a)
    // σ(−a) = 1 − σ(a): one exponential for a function and its derivative.
    return positive === undefined ? name(`1 / (1 + ${exp(name(`-${a}`))})`) : sub('1', sigmoid(positive))
  }
  const o: Algebra<string> = {
    constant,
    add: binary('+'),
    sub,
    mul,
    div: binary('/'),
    max: (a, b) => name(`Math.max(${a}, ${b})`),
    min: (a, b) => name(`Math.min(${a}, ${b})`),
    neg(a) {
      const result = name(`-${a}`)
      negatives.set(result, a)
      return result
    },
    abs: call('Math.abs'),
    sign: call('Math.sign'),
    square: (a) => mul(a, a),
    sqrt: call('Math.sqrt'),
    exp,
    expm1: call('Math.expm1'),
    log: call('Math.log'),
    log1p: call('Math.log1p'),
    tanh: (a) => sub(mul('2', sigmoid(mul('2', a))), '1'),
    sigmoid,
    softplus: (a) => name(`(${a} > 0 ? ${a} : 0) + Math.log1p(Math.exp(-Math.abs(${a})))`),
    erf: call('erf'),
    greater: (a, b) => name(`${a} > ${b} ? 1 : 0`),
    where: (mask, a, b) => name(`${mask} !== 0 ? ${a} : ${b}`),
  }
  return {
    o,
    name,
    write: (statement) => void statements.push(statement),
    source: () => statements.join('\n'),
  }
}
