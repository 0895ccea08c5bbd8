import { useMemo } from 'react'
import type { NetworkLayer, NetworkLink, NetworkUnit } from '../../../charts/network.ts'
import { NetworkGraph } from '../../../charts/NetworkGraph.tsx'
import { FIELD as TONES } from '../../../charts/palette.ts'
import { paintGrid, paintSigned, sampleGrid, type Paint } from '../../../charts/pixels.ts'
import { orderFeatures, planeFeatures } from '../../../math/planeFeature.ts'
import { EDGE, FIELD, MAP, type PlaygroundValues } from '../spec/params.ts'
import { DEAD, SATURATED, type LayerFrame, type PlaygroundFrame } from '../spec/traffic.ts'
import { CLASS_LETTERS, fill, inputSymbols, type Pin, type Text } from './words.ts'

interface Props {
  frame: PlaygroundFrame | null
  values: PlaygroundValues
  width: number
  height: number
  /** Kept free at the right for the output's picture. */
  rightRoom: number
  text: Text
  /** On a projector words are larger. */
  big: boolean
  pin: Pin | null
  onUnit: (layer: number, index: number) => void
  onLink: (link: NetworkLink) => void
}

const NO_WEIGHTS: readonly Float32Array[] = []

/** The network as a graph: inputs, hidden units as maps of the plane, outputs; its weights as links. */
export function Network({ frame, values, width, height, rightRoom, text, big, pin, onUnit, onLink }: Props) {
  const { features } = values
  const inputs = useMemo(() => inputUnits(features, text), [features, text])
  const layers = useMemo<NetworkLayer[]>(() => {
    const count = values.layers.length
    const crowded = (width - rightRoom) / (count + 2) < (big ? 140 : 72)
    const hidden = (frame?.layers ?? []).slice(0, -1).map((layer, i) => ({
      id: `hidden-${i + 1}`,
      name: crowded ? String(i + 1) : fill(text.hiddenName, { n: i + 1 }),
      units: hiddenUnits(layer, i + 1, text),
    }))
    return [
      { id: 'inputs', name: crowded ? '' : text.inputsName, units: inputs },
      ...hidden,
      { id: 'output', name: crowded ? '' : text.outputName, units: outputUnits(frame, text) },
    ]
  }, [frame, inputs, text, values.layers.length, width, rightRoom, big])
  const weights = frame?.layers.map(({ kernel }) => kernel) ?? NO_WEIGHTS
  const widest = Math.max(...inputSymbols(features).map((symbol) => symbol.length))
  return (
    <NetworkGraph
      label={text.networkLabel}
      width={width}
      height={height}
      layers={layers}
      weights={weights}
      rightRoom={rightRoom}
      leftRoom={widest > 4 ? 62 : 30}
      pinned={pin}
      onUnit={onUnit}
      onLink={onLink}
    />
  )
}

function inputUnits(features: PlaygroundValues['features'], text: Text): NetworkUnit[] {
  const symbols = inputSymbols(features)
  return orderFeatures(features).map((id, i) => {
    const grid = sampleGrid(planeFeatures[id].of, [-EDGE, EDGE], [-EDGE, EDGE], MAP, MAP)
    return {
      label: fill(text.inputLabel, { name: planeFeatures[id].text }),
      symbol: symbols[i] ?? '',
      paint: paintSigned(grid, id === 'x' || id === 'y' || id.startsWith('sin') ? 1.8 : 4),
    }
  })
}

function hiddenUnits({ maps, bias, health }: LayerFrame, layer: number, text: Text): NetworkUnit[] {
  return Array.from(bias, (_, unit) => {
    const state = health[unit] ?? 0
    const words = state === DEAD ? text.isDead : state === SATURATED ? text.isSaturated : ''
    return {
      label: fill(text.unitLabel, { layer, unit: unit + 1 }) + words,
      paint: paintMap(maps.subarray(unit * MAP * MAP, (unit + 1) * MAP * MAP)),
      off: state === DEAD,
      flat: state === SATURATED,
    }
  })
}

/** Bytes around 128, on the diverging scale. */
function paintMap(bytes: Uint8Array): Paint {
  return paintGrid({ columns: MAP, rows: MAP, values: bytes }, 'diverging', (byte, theme) => {
    return ((byte - 128) / 127) * Math.min(1, TONES[theme] + 0.2)
  })
}

function outputUnits(frame: PlaygroundFrame | null, text: Text): NetworkUnit[] {
  const count = frame === null ? 1 : frame.field.length / (FIELD * FIELD)
  return Array.from({ length: count }, (_, k) => {
    const letter = CLASS_LETTERS[k] ?? ''
    const values = frame?.field.subarray(k * FIELD * FIELD, (k + 1) * FIELD * FIELD)
    const limit = frame?.classes === 0 ? 1.2 : 5
    return {
      label: count > 1 ? fill(text.classOutputLabel, { name: letter }) : text.outputUnitLabel,
      ...(count > 1 ? { symbol: letter } : {}),
      ...(values ? { paint: paintSigned({ columns: FIELD, rows: FIELD, values }, limit) } : {}),
    }
  })
}
