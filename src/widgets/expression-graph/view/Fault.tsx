import type { Span } from '../../../math/expression/graph.ts'

interface Props {
  expression: string
  span: Span
  message: string
}

/** The typed text with the faulty place marked, and what is wrong with it. */
export function Fault({ expression, span, message }: Props) {
  const marked = expression.slice(span.from, span.to) || '\u2002'
  return (
    <div
      role="status"
      style={{ borderLeft: '3px solid var(--warn)', padding: '4px 0 4px 16px', margin: '8px 0 16px' }}
    >
      <code style={{ font: '400 18px/1.6 var(--code)', overflowWrap: 'anywhere' }}>
        {expression.slice(0, span.from)}
        <span style={{ borderBottom: '3px solid var(--warn)', color: 'var(--warn)', whiteSpace: 'pre' }}>
          {marked}
        </span>
        {expression.slice(span.to)}
      </code>
      <p style={{ margin: '4px 0 0', font: '400 16px/24px var(--sans)', color: 'var(--warn)' }}>{message}</p>
    </div>
  )
}
