import { useContext } from 'react'
import { FigureScale, metricsOf } from '../../../charts/scale.ts'
import { formatNumber } from '../../../i18n/number.ts'
import type { ExpressionNode } from '../../../math/expression/graph.ts'
import { OPERATIONS } from '../../../math/expression/operations.ts'

interface Props {
  node: ExpressionNode
  at: readonly [number, number]
  radius: number
  /** Null before it is computed. */
  value: number | null
  /** NaN before any has arrived. */
  slope: number
  lit: boolean
  broken: boolean
  result: boolean
}

/** Four decimals at most, and never wide: far numbers as powers of ten. */
export function showNumber(value: number): string {
  const size = Math.abs(value)
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '—' : formatNumber(value)
  return size !== 0 && (size < 1e-3 || size >= 1e4)
    ? formatNumber(value, { significant: 2 })
    : formatNumber(value, { digits: size < 10 ? 3 : 1, trim: true })
}

/** A node: what it computes, its value below it in black, and its slope in colour. */
export function GraphNode({ node, at: [x, y], radius, value, slope, lit, broken, result }: Props) {
  const { big } = useContext(FigureScale)
  const metrics = metricsOf(big)
  const operation = node.kind === 'operation'
  const word = operation ? OPERATIONS[node.operation].symbol : node.kind === 'variable' ? node.name : ''
  const line = metrics.tick * 1.25
  const slopeColor = slope < 0 ? 'var(--neg)' : slope > 0 ? 'var(--pos)' : 'var(--ink-2)'
  return (
    <g aria-hidden="true">
      {operation && (
        <circle
          cx={x}
          cy={y}
          r={radius}
          fill={lit ? 'var(--live-wash)' : 'var(--plate)'}
          stroke={broken ? 'var(--warn)' : lit ? 'var(--live)' : 'var(--ink)'}
          strokeWidth={lit || result ? 2.75 : 1.25}
        />
      )}
      <text
        x={x}
        y={y + metrics.label * 0.35}
        textAnchor="middle"
        className={node.kind === 'variable' ? 'axis' : 'lab'}
        style={
          operation && word.length > 1
            ? { fontSize: metrics.tick * (word.length > 3 ? 0.92 : 1), fontWeight: 400 }
            : node.kind === 'variable'
              ? { fill: 'var(--ink)', fontSize: word.length > 3 ? metrics.tick : metrics.label * 1.4 }
              : { fontWeight: 400, fontSize: metrics.label * 1.2 }
        }
      >
        {node.kind === 'constant' ? showNumber(node.value) : word}
      </text>
      {node.kind !== 'constant' && (
        <text
          x={x}
          y={y + radius + line * 0.9}
          textAnchor="middle"
          className="num halo"
          style={broken ? { fill: 'var(--warn)' } : undefined}
        >
          {value === null ? '·' : showNumber(value)}
        </text>
      )}
      {!Number.isNaN(slope) && (
        <text
          x={x}
          y={y + radius + line * 1.9}
          textAnchor="middle"
          className="num halo"
          style={{ fill: slopeColor, fontWeight: 600 }}
        >
          {showNumber(slope)}
        </text>
      )}
    </g>
  )
}
