import { useContext } from 'react'
import { FigureScale, metricsOf } from '../../../charts/scale.ts'
import { SvgNumber, SvgSymbol } from '../../../charts/text.tsx'
import { formatNumber } from '../../../i18n/number.ts'
import type { Computed, Values } from './neuron.ts'

interface Props {
  values: Values
  computed: Computed
  width: number
  label: string
  name: string
}

const shown = (value: number): string => formatNumber(value, { digits: 3 })

/** The sum written out, a line for each term, with the numbers in it. */
export function Pipeline({ values, computed, width, label, name }: Props) {
  const { big } = useContext(FigureScale)
  const metrics = metricsOf(big)
  const row = big ? 40 : 28
  const { products, z, output } = computed
  const rows = [
    {
      id: 'w_1',
      symbol: 'w_1x_1',
      text: `${shown(values.w1)} · ${shown(values.x1)}`,
      value: shown(products[0]),
    },
    {
      id: 'w_2',
      symbol: 'w_2x_2',
      text: `${shown(values.w2)} · ${shown(values.x2)}`,
      value: shown(products[1]),
    },
    { id: 'b', symbol: 'b', text: '', value: shown(values.bias) },
  ]
  const height = row * 5 + 12
  const line = row * 3 + 6
  const first = big ? 84 : 56
  const base = (index: number): number => row * index + row * 0.68
  return (
    <div className={big ? 'plot big' : 'plot'} style={{ width, aspectRatio: `${width} / ${height}` }}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {rows.map(({ id, symbol, text, value }, index) => (
          <g key={id}>
            <Product x={0} y={base(index)} symbol={symbol} size={metrics.label} />
            <SvgNumber x={first} y={base(index)} text={text} className="num" />
            <SvgNumber x={width - 2} y={base(index)} text={value} anchor="end" className="num" />
          </g>
        ))}
        <line x1={0} x2={width} y1={line} y2={line} stroke="var(--rule-2)" />
        <SvgSymbol x={0} y={base(3) + 8} text="z" />
        <SvgNumber x={width - 2} y={base(3) + 8} text={shown(z)} anchor="end" className="lab" />
        <SvgSymbol x={0} y={base(4) + 8} text="a" />
        <SvgNumber x={first} y={base(4) + 8} text={`${name}(${shown(z)})`} className="num" />
        <SvgNumber x={width - 2} y={base(4) + 8} text={shown(output)} anchor="end" className="lab" />
      </svg>
    </div>
  )
}

/** `w_1x_1` as two symbols side by side; their indices are drawn small. */
function Product({ x, y, symbol, size }: { x: number; y: number; symbol: string; size: number }) {
  const [, w, input] = /^(w_\d)(x_\d)$/.exec(symbol) ?? []
  if (w === undefined || input === undefined) return <SvgSymbol x={x} y={y} text={symbol} />
  return (
    <>
      <SvgSymbol x={x} y={y} text={w} />
      <SvgSymbol x={x + size * 1.5} y={y} text={input} />
    </>
  )
}
