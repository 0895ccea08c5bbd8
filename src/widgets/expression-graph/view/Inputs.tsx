import type { ExpressionGraph } from '../../../math/expression/graph.ts'
import type { Locale } from '../../../protocol/view.ts'
import { Num } from '../../../ui/Num.tsx'
import { Slider } from '../../../ui/Slider.tsx'
import { REACH } from '../spec.ts'
import { showNumber } from './GraphNode.tsx'

interface Props {
  graph: ExpressionGraph
  inputs: readonly number[]
  /** ∂f/∂input as the graph has it, and as a finite difference; NaN where not yet. */
  gradients: readonly number[]
  differences: readonly number[]
  width: number
  locale: Locale
  text: Readonly<Record<'input' | 'graph' | 'difference', string>>
  onChange: (place: number, value: number) => void
}

/** A slider for each variable, with its gradient from the graph and by finite differences. */
export function Inputs({ graph, inputs, gradients, differences, width, locale, text, onChange }: Props) {
  const columns = width < 560 ? 1 : graph.variables.length % 2 === 0 ? 2 : 3
  return (
    <div
      style={{
        display: 'grid',
        gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
        gap: '8px 32px',
        marginTop: 8,
      }}
    >
      {graph.variables.map((index, place) => {
        const node = graph.nodes[index]
        const name = node?.kind === 'variable' ? node.name : ''
        return (
          <div key={name}>
            <Slider
              label={`${text.input} ${name}`}
              value={inputs[place] ?? 1}
              min={-REACH}
              max={REACH}
              step={0.1}
              locale={locale}
              onChange={(value) => onChange(place, value)}
            />
            <p
              style={{
                margin: '2px 0 0',
                font: '400 14px/20px var(--sans)',
                fontVariantNumeric: 'lining-nums tabular-nums',
                color: 'var(--ink-2)',
              }}
            >
              {text.graph} <Num text={showNumber(gradients[place] ?? NaN)} /> · {text.difference}{' '}
              <Num text={showNumber(differences[place] ?? NaN)} />
            </p>
          </div>
        )
      })}
    </div>
  )
}
