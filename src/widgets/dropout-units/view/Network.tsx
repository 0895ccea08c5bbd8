import { useContext, useMemo } from 'react'
import type { NetworkLayer } from '../../../charts/network.ts'
import { NetworkGraph } from '../../../charts/NetworkGraph.tsx'
import { FigureScale } from '../../../charts/scale.ts'
import type { Lesson } from '../spec.ts'

interface Props {
  label: string
  /** Words for a unit, with {layer} and {unit}. */
  unitLabel: string
  /** Over a hidden layer, with {layer}. */
  layerName: string
  /** Added to it for a unit that is dropped. */
  dropped: string
  lesson: Lesson
  /** The row of the batch that is drawn; null draws the whole network. */
  row: number | null
  units: number
  width: number
  height: number
}

/** The subnetwork that one example trains: dropped units are hollow and crossed out, and their weights are gone. */
export function Network({ label, unitLabel, layerName, dropped, lesson, row, units, width, height }: Props) {
  const { big } = useContext(FigureScale)
  const { layers, weights } = useMemo(() => {
    const { kept, answers, weights: kernels } = lesson
    const hidden = kernels.length - 1
    const isKept = (layer: number, unit: number): boolean =>
      row === null || layer < 0 || layer >= hidden || kept[row * hidden * units + layer * units + unit] === 1
    const most = Math.max(1e-9, ...Array.from(answers, Math.abs))
    const columns: NetworkLayer[] = Array.from({ length: hidden }, (_, layer) => ({
      id: `hidden-${layer + 1}`,
      name: layerName.replace('{layer}', String(layer + 1)),
      units: Array.from({ length: units }, (_, unit) => {
        const on = isKept(layer, unit)
        const name = unitLabel.replace('{layer}', String(layer + 1)).replace('{unit}', String(unit + 1))
        return on
          ? { label: name, value: (answers[layer * units + unit] ?? 0) / most }
          : { label: name + dropped, off: true }
      }),
    }))
    return {
      layers: [
        {
          id: 'input',
          name: '',
          units: [
            { label: 'x₁', symbol: 'x_1' },
            { label: 'x₂', symbol: 'x_2' },
          ],
        },
        ...columns,
        { id: 'output', name: '', units: [{ label: 'z', symbol: 'z' }] },
      ],
      weights: kernels.map((kernel, gap) => {
        const to = gap === hidden ? 1 : units
        return kernel.map((weight, i) =>
          isKept(gap - 1, Math.floor(i / to)) && isKept(gap, i % to) ? weight : Number.NaN,
        )
      }),
    }
  }, [lesson, row, units, unitLabel, layerName, dropped])
  return (
    <NetworkGraph
      label={label}
      width={width}
      height={height}
      layers={layers}
      weights={weights}
      leftRoom={big ? 44 : 26}
    />
  )
}
