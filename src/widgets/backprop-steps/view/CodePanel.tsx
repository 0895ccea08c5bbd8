import type { Operation } from '../../../math/backprop/plan.ts'

/** The whole of back-propagation for layers of any size; `f` and `L` stand for the reader's choice. */
const LINES = [
  'for W, b in layers:',
  '    z = W @ a + b',
  '    a = f(z)',
  'loss = L(a, t)',
  'g = dL(a, t)',
  'for W, b in reversed(layers):',
  '    g = g * df(z)',
  '    dW, db = outer(g, a_in), g',
  '    g = W.T @ g',
  'W, b = W - eta*dW, b - eta*db',
]
const LINE_OF: Readonly<Record<Operation['kind'], number>> = {
  sum: 1,
  activate: 2,
  loss: 3,
  'loss-slope': 4,
  'sum-slope': 6,
  'weight-slopes': 7,
  'activation-slope': 8,
  update: 9,
}

/** The program, with the line of the current operation lit. */
export function CodePanel({ label, kind }: { label: string; kind: Operation['kind'] | undefined }) {
  const lit = kind === undefined ? -1 : LINE_OF[kind]
  return (
    <pre
      aria-label={label}
      tabIndex={0}
      style={{ margin: 0, padding: '8px 0', font: '400 13px/20px var(--code)', background: 'var(--sunk)' }}
    >
      {LINES.map((line, index) => (
        <span
          key={line}
          aria-current={index === lit ? 'step' : undefined}
          style={{
            display: 'block',
            padding: '0 12px',
            ...(index === lit
              ? { background: 'var(--live-wash)', color: 'var(--ink)', boxShadow: 'inset 3px 0 var(--live)' }
              : {}),
          }}
        >
          {line}
        </span>
      ))}
    </pre>
  )
}
