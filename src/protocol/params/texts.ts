import type { ExpressionParam, ParamOptions, Read, TextParam } from '../param.ts'

interface TextDetails extends ParamOptions {
  readonly default: string
  readonly maxLength: number
}
const readText = (raw: unknown, o: TextDetails): Read<string> => {
  if (typeof raw !== 'string') return { value: o.default, problem: 'wrong-type' }
  // Cut by code point: half a surrogate pair does not survive a URL.
  const points = [
    ...raw.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '�'),
  ]
  if (points.length > o.maxLength)
    return { value: points.slice(0, o.maxLength).join(''), problem: 'too-long' }
  return { value: points.join('') }
}
const sampleText = (random: () => number, maxLength: number): string =>
  Array.from({ length: Math.floor(random() * Math.min(maxLength, 12)) }, () =>
    'abcxyz 你好,;~%&='.charAt(Math.floor(random() * 15)),
  ).join('')

/** Free text. */
export function text(o: TextDetails): TextParam {
  return {
    ...o,
    kind: 'text',
    read: (raw) => readText(raw, o),
    write: (v) => v,
    sample: (r) => sampleText(r, o.maxLength),
  }
}

/** Text that a widget parses as a formula; the widget explains what it can't read. */
export function expression(o: TextDetails): ExpressionParam {
  return {
    ...o,
    kind: 'expression',
    read: (raw) => readText(raw, o),
    write: (v) => v,
    sample: (r) => sampleText(r, o.maxLength),
  }
}
