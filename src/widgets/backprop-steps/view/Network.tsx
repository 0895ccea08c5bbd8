import { useContext, type KeyboardEvent } from 'react'
import { signColor } from '../../../charts/palette.ts'
import { FigureScale } from '../../../charts/scale.ts'
import { round } from '../../../charts/text.tsx'
import { edgesOf, type Card } from './cards.ts'
import { CardRow } from './CardRow.tsx'
import { layOut } from './layout.ts'

interface Props {
  label: string
  width: number
  /** Most height, on a projector. */
  most?: number
  cards: readonly Card[]
  /** Words over each layer. */
  heads: readonly string[]
  chosen: number
  /** Symbols that the current operation has made, and those it needed; `∂` before a gradient. */
  made: ReadonlySet<string>
  needed: ReadonlySet<string>
  /** Units on the paths from the chosen parameter to the loss, the one that feeds it included. */
  onPath: ReadonlySet<string>
  nameRow: (row: Card['rows'][number]) => string
  onChoose: (parameter: number) => void
}

/** The network with every number: each unit a small table of its weights, sum and activation, with their gradients. */
export function Network(props: Props) {
  const { label, width, cards, heads, chosen, onPath, onChoose } = props
  const { big } = useContext(FigureScale)
  // About 28 lines high and 48 letters wide.
  const fontSize = big ? Math.max(13, Math.min(22, width / 48, (props.most ?? Infinity) / 28)) : 13
  const layout = layOut(cards, width, fontSize)
  const parameters = cards.flatMap(({ rows }) => rows.flatMap(({ parameter }) => parameter ?? []))

  const onKeyDown = (event: KeyboardEvent<SVGGElement>, parameter: number) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
    if (event.key !== 'Enter' && event.key !== ' ' && step === undefined) return
    event.preventDefault()
    const at = parameters.indexOf(parameter) + (step ?? 0)
    const next = parameters[(at + parameters.length) % parameters.length] ?? parameter
    onChoose(next)
    event.currentTarget.ownerSVGElement?.querySelector<SVGGElement>(`[data-parameter="${next}"]`)?.focus()
  }
  return (
    <div className="plot" style={{ width, aspectRatio: `${width} / ${round(layout.height)}` }}>
      <svg viewBox={`0 0 ${width} ${round(layout.height)}`} role="radiogroup" aria-label={label}>
        <g fill="none" aria-hidden="true">
          {edgesOf(cards).map(({ from, to, row, weight }) => {
            const [start, end] = [layout.cards.get(from), layout.cards.get(to)]
            if (!start || !end) return null
            const lit = onPath.has(`${from}>${to}`)
            const [ax, ay, bx, by] = layout.vertical
              ? [start.x + start.width / 2, start.y + start.height, end.x + end.width / 2, end.y]
              : [
                  start.x + start.width,
                  start.y + start.height - layout.rowHeight / 2,
                  end.x,
                  end.y + (row + 0.5) * layout.rowHeight,
                ]
            const bend = layout.vertical ? (ay + by) / 2 : (ax + bx) / 2
            const curve = layout.vertical
              ? `C${round(ax)} ${round(bend)} ${round(bx)} ${round(bend)} ${round(bx)} ${round(by)}`
              : `C${round(bend)} ${round(ay)} ${round(bend)} ${round(by)} ${round(bx)} ${round(by)}`
            return (
              <path
                key={`${from} ${to}`}
                d={`M${round(ax)} ${round(ay)}${curve}`}
                stroke={lit ? 'var(--live)' : signColor(weight)}
                strokeWidth={lit ? 2.75 : round(Math.min(4, 0.6 + Math.abs(weight)))}
                opacity={lit ? 1 : 0.45}
              />
            )
          })}
          <LossEdge layout={layout} lit={onPath.size > 0} />
        </g>
        {heads.map((head, layer) => {
          const at = layout.heads[layer]
          return (
            at && (
              <text
                key={layer}
                x={round(at.x)}
                y={round(at.y)}
                className="tick halo paper"
                style={{ fontSize }}
                aria-hidden="true"
              >
                {head}
              </text>
            )
          )
        })}
        {cards.map((card) => {
          const box = layout.cards.get(card.id)
          if (!box) return null
          const split = card.rows.filter(({ parameter }) => parameter !== undefined).length
          return (
            <g key={card.id} transform={`translate(${round(box.x)} ${round(box.y)})`}>
              <rect width={round(box.width)} height={box.height} fill="var(--plate)" />
              {card.rows.map((row, index) => (
                <CardRow
                  key={row.symbol}
                  row={row}
                  top={index * layout.rowHeight + 1}
                  width={round(box.width)}
                  height={layout.rowHeight}
                  columns={layout.columns}
                  fontSize={fontSize}
                  name={props.nameRow(row)}
                  made={props.made}
                  needed={props.needed}
                  chosen={row.parameter === chosen}
                  onChoose={onChoose}
                  onKeyDown={onKeyDown}
                />
              ))}
              <path
                d={`M0 0H${round(box.width)}M0 ${box.height}H${round(box.width)}`}
                stroke="var(--ink-3)"
                strokeWidth={1}
              />
              {split > 0 && (
                <path
                  d={`M0 ${split * layout.rowHeight + 1}H${round(box.width)}`}
                  stroke="var(--rule)"
                  strokeWidth={1}
                />
              )}
            </g>
          )
        })}
      </svg>
    </div>
  )
}

/** From the output to the loss. */
function LossEdge({ layout, lit }: { layout: ReturnType<typeof layOut>; lit: boolean }) {
  const [start, end] = [layout.cards.get('y'), layout.cards.get('L')]
  if (!start || !end) return null
  const d = layout.vertical
    ? `M${round(start.x + start.width)} ${round(start.y + start.height / 2)}L${round(end.x)} ${round(end.y + end.height / 2)}`
    : `M${round(end.x + end.width / 2)} ${round(start.y + start.height)}V${round(end.y)}`
  return <path d={d} stroke={lit ? 'var(--live)' : 'var(--ink-3)'} strokeWidth={lit ? 2.75 : 1} />
}
