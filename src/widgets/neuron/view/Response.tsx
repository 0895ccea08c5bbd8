import { useMemo } from 'react'
import { sampleGrid } from '../../../charts/pixels.ts'
import { Surface } from '../../../charts/Surface.tsx'
import type { Locale } from '../../../protocol/view.ts'
import { REACH } from '../spec.ts'
import { outputOf, type Values } from './neuron.ts'

const DOMAIN = [-REACH, REACH] as const
const CELLS = 48

/** Range of the z axis for each function: what the neuron can answer, or what it answers here. */
const HEIGHTS = { step: [0, 1], sigmoid: [0, 1], tanh: [-1, 1], relu: [0, 6], linear: [-6, 6] } as const

/** The output as a height over the plane of both inputs. */
export function Response(props: { values: Values; size: number; label: string; locale: Locale }) {
  const { values, size, label, locale } = props
  const { w1, w2, bias, activation } = values
  const grid = useMemo(() => {
    const f = outputOf(activation)
    return sampleGrid((x, y) => f(w1 * x + w2 * y + bias), DOMAIN, DOMAIN, CELLS, CELLS)
  }, [w1, w2, bias, activation])
  return (
    <Surface
      label={label}
      width={size}
      height={size}
      grid={grid}
      x={{ domain: DOMAIN, symbol: 'x_1' }}
      y={{ domain: DOMAIN, symbol: 'x_2' }}
      z={{ domain: HEIGHTS[activation], symbol: 'a' }}
      locale={locale}
    />
  )
}
