import { useContext } from 'react'
import { FigureScale } from '../../../charts/scale.ts'
import { round } from '../../../charts/text.tsx'
import { formatNumber } from '../../../i18n/number.ts'
import { slopesAt } from '../../../math/expression/differentiate.ts'
import { layOut } from './layout.ts'
import { GraphNode } from './GraphNode.tsx'
import type { Sweep } from './sweep.ts'

interface Props {
  label: string
  /** What a node says aloud. */
  nameNode: (index: number) => string
  sweep: Sweep
  width: number
  /** Height to fit into, on a projector. */
  most?: number
}

/** Where on an edge its number stands: past the middle, where edges from one node have parted. */
const ALONG = { x: 0.576, y: 0.648 }

const local = (value: number): string => formatNumber(value, { digits: 2, trim: true })

/** The computation graph: operations in rings, values below them in black, slopes in colour; on the edges the local slopes. */
export function GraphPicture({ label, nameNode, sweep, width, most = Infinity }: Props) {
  const { big } = useContext(FigureScale)
  const { graph, current } = sweep
  const places = layOut(graph)
  const columns = Math.max(...places.map(({ column }) => column)) + 1
  const rows = Math.max(...places.map(({ row }) => row)) + 1
  const [radius, foot, least] = big ? [26, 70, 110] : [16, 44, 56]
  const fitting = (most - 2 * radius - foot) / Math.max(1, rows - 1)
  const rowGap = big ? Math.max(104, Math.min(124, fitting)) : 78
  const edge = big ? 48 : 30
  const across = columns > 1 ? Math.max(least, Math.min(150, (width - 2 * edge) / (columns - 1))) : 0
  // Wider than the page if it must: then it scrolls.
  const drawn = Math.max(width, 2 * edge + across * (columns - 1))
  const left = (drawn - across * (columns - 1)) / 2
  const height = Math.round((rows - 1) * rowGap + 2 * radius + foot)
  const at = (index: number): readonly [number, number] => {
    const { column, row } = places[index] ?? { column: 0, row: 0 }
    return [round(left + column * across), round(radius + 4 + row * rowGap)]
  }
  return (
    <div style={{ overflowX: drawn > width ? 'auto' : 'visible' }} tabIndex={drawn > width ? 0 : undefined}>
      <div
        className={big ? 'plot big' : 'plot'}
        style={{
          width: drawn,
          maxWidth: drawn > width ? 'none' : '100%',
          aspectRatio: `${drawn} / ${height}`,
        }}
        role="img"
        aria-label={`${label} ${graph.nodes.map((_, index) => nameNode(index)).join('; ')}.`}
      >
        <svg viewBox={`0 0 ${drawn} ${height}`} style={drawn > width ? { maxWidth: 'none' } : undefined}>
          <g fill="none">
            {graph.operations.flatMap((index) => {
              const node = graph.nodes[index]
              if (node?.kind !== 'operation') return []
              const [bx, by] = at(index)
              const slopes = slopesAt(graph, sweep.values, index)
              const lit = current !== null && current.kind !== 'seed' && current.node === index
              return node.inputs.map((input, i) => {
                const [ax, ay] = at(input)
                // Two edges between the same nodes (x × x) bow apart.
                const bow = node.inputs.filter((one) => one === input).length > 1 ? (i === 0 ? -14 : 14) : 0
                const middle = (ax + bx) / 2
                const shown = graph.varies[input] && sweep.known(index) && Number.isFinite(slopes[i])
                return (
                  <g key={`${index} ${i}`}>
                    <path
                      d={`M${ax + radius} ${ay}C${round(middle)} ${ay + bow} ${round(middle)} ${by + bow} ${bx - radius} ${by}`}
                      stroke={lit ? 'var(--live)' : 'var(--ink-3)'}
                      strokeWidth={lit ? (big ? 4 : 2.75) : big ? 2 : 1.25}
                    />
                    {shown && (
                      <text
                        x={round(ax + (bx - ax) * ALONG.x)}
                        y={round(ay + (by - ay) * ALONG.y + bow - 4)}
                        textAnchor="middle"
                        className="tick halo"
                        style={lit ? { fill: 'var(--live)' } : undefined}
                      >
                        {local(slopes[i] ?? NaN)}
                      </text>
                    )}
                  </g>
                )
              })
            })}
          </g>
          {graph.nodes.map((node, index) => (
            <GraphNode
              key={index}
              node={node}
              at={at(index)}
              radius={radius}
              value={sweep.known(index) ? (sweep.values[index] ?? NaN) : null}
              slope={graph.varies[index] && sweep.known(index) ? (sweep.slopes[index] ?? NaN) : NaN}
              lit={current?.node === index}
              broken={sweep.broken === index && sweep.known(index)}
              result={index === graph.nodes.length - 1}
            />
          ))}
        </svg>
      </div>
    </div>
  )
}
