import type { ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Bars } from '../../src/charts/Bars.tsx'
import { Contour } from '../../src/charts/Contour.tsx'
import { Handle } from '../../src/charts/Handle.tsx'
import { Heatmap } from '../../src/charts/Heatmap.tsx'
import { HistogramStrip } from '../../src/charts/HistogramStrip.tsx'
import { Key } from '../../src/charts/Key.tsx'
import { LineChart } from '../../src/charts/LineChart.tsx'
import { NetworkGraph } from '../../src/charts/NetworkGraph.tsx'
import { Paths } from '../../src/charts/Paths.tsx'
import { paintField, sampleGrid, type Pixels } from '../../src/charts/pixels.ts'
import { Plot } from '../../src/charts/Plot.tsx'
import { Points } from '../../src/charts/Points.tsx'
import { PointsEditor } from '../../src/charts/PointsEditor.tsx'
import { RasterEncoder } from '../../src/charts/Raster.tsx'
import { FigureScale } from '../../src/charts/scale.ts'
import { Surface } from '../../src/charts/Surface.tsx'
import { VectorField } from '../../src/charts/VectorField.tsx'
import { parsePath } from './paths.ts'

const X = { domain: [-2, 2], symbol: 'w_1' } as const
const Y = { domain: [-1, 1], symbol: 'w_2' } as const
const grid = sampleGrid((x, y) => x * x - y, X.domain, Y.domain, 24, 16)
const paint = paintField(grid)
const loss = Float32Array.from({ length: 3000 }, (_, step) => Math.exp(-step / 500) + 0.01)

const charts: Record<string, ReactElement> = {
  map: (
    <Plot label="A map" width={600} height={400} x={X} y={Y} raster={paint} interactive>
      <Contour grid={grid} levels={[{ value: 0, major: true, text: '10⁰' }]} />
      <VectorField at={(x, y) => [-x, -y]} />
      <Paths
        paths={[{ id: 'a', name: 'mine', x: [0, 1, Number.NaN], y: [0, 0.5, 1], role: 'yours', dotEvery: 1 }]}
      />
      <Points
        points={[
          { x: 0, y: 0, kind: 3 },
          { x: 99, y: 0, kind: 1 },
        ]}
        open
        chosen={0}
      />
      <Handle x={1} y={0.5} label="start" valueText="1, 0.5" onMove={() => undefined} caption="start" />
    </Plot>
  ),
  lines: (
    <LineChart
      label="Loss"
      width={400}
      height={200}
      locale="en"
      readout
      x={{ name: 'step' }}
      y={{ name: 'loss', scale: 'log' }}
      lines={[
        { id: 'a', name: 'train', y: loss, role: 'train' },
        {
          id: 'b',
          name: 'gone',
          y: [1, 10, Infinity, Number.NaN],
          role: 'reference',
          diverged: 'diverged at step 2',
        },
      ]}
    />
  ),
  empty: (
    <LineChart
      label="Nothing yet"
      width={400}
      height={200}
      locale="zh"
      x={{ symbol: 't' }}
      y={{ symbol: 'L' }}
      lines={[]}
    />
  ),
  bars: (
    <Bars
      label="Bars"
      width={400}
      height={200}
      signed
      bars={[
        { id: 'a', name: 'a', value: Infinity },
        { id: 'b', name: 'b', value: Number.NaN },
      ]}
    />
  ),
  histogram: (
    <HistogramStrip
      label="Strips"
      width={400}
      height={200}
      domain={[-1, 1]}
      strips={[
        { id: 'a', name: 'a', counts: [0, 2, 1] },
        { id: 'b', name: 'b', counts: [] },
      ]}
    />
  ),
  heat: (
    <Heatmap
      label="Cells"
      width={300}
      grid={grid}
      scale="diverging"
      range={[-4, 4]}
      numbers={(value) => value.toFixed(1)}
    />
  ),
  surface: (
    <Surface
      label="Surface"
      width={400}
      height={300}
      grid={grid}
      x={X}
      y={Y}
      z={{ domain: [-1, 5] }}
      locale="zh"
      paths={[{ id: 'p', name: 'p', x: [0, 1], y: [0, 0.5], role: 'yours' }]}
    />
  ),
  network: (
    <NetworkGraph
      label="Network"
      width={500}
      height={300}
      layers={[
        { id: 'i', name: 'input', units: [{ label: 'x', symbol: 'x_1', paint }] },
        { id: 'o', name: 'output', units: [{ label: 'y', value: -0.5, off: true }] },
      ]}
      weights={[[0.5]]}
    />
  ),
  editor: (
    <Plot label="Draw" width={300} height={300} x={X} y={Y} interactive>
      <PointsEditor points={[]} kind={0} kindName="A" onChange={() => undefined} locale="zh" />
    </Plot>
  ),
  key: (
    <Key
      items={[
        { id: 'a', name: 'A', mark: { class: 0, open: true } },
        { id: 'r', name: '', mark: { ramp: 'diverging', low: '−1', high: '+1' } },
      ]}
    />
  ),
}

const encode = ({ width, height }: Pixels) => `data:image/png;base64,${width}x${height}`
const prerender = (chart: ReactElement) =>
  renderToString(<RasterEncoder value={encode}>{chart}</RasterEncoder>)
// What the browser expects at hydration: the same without the two PNGs.
const withoutImages = (html: string) => html.replace(/<img[^>]*>/g, '')

describe.each(Object.entries(charts))('%s', (_name, chart) => {
  test('is the same text every time, on the server and in the page', () => {
    expect(prerender(chart)).toBe(prerender(chart))
    expect(withoutImages(prerender(chart))).toBe(renderToString(chart))
  })

  test('holds no broken number', () => {
    expect(renderToString(chart)).not.toMatch(/NaN|undefined|\[object|="-?Infinity/)
    const big = renderToString(<FigureScale value={{ big: true, small: false }}>{chart}</FigureScale>)
    expect(big).not.toMatch(/NaN|undefined|\[object/)
  })
})

test('a raster is prerendered once per theme', () => {
  const html = prerender(charts['map'])
  expect(html.match(/<img class="light"/g)).toHaveLength(1)
  expect(html.match(/<img class="dark"/g)).toHaveLength(1)
})

test('a still picture is one image with a name; one with handles is a group', () => {
  expect(renderToString(charts['bars'])).toMatch(/<svg[^>]*role="img"[^>]*aria-label="Bars"/)
  const map = renderToString(charts['map'])
  expect(map).toMatch(/role="group"[^>]*aria-label="A map"/)
  expect(map).not.toMatch(/<svg[^>]*role="img"/)
  expect(map).toMatch(/role="slider"[^>]*aria-label="start"[^>]*aria-valuetext="1, 0.5"/)
})

test('a chart without data still has its axes', () => {
  const html = renderToString(charts['empty'])
  const ticks = html.match(/class="tick"/g) ?? []
  expect(ticks.length).toBeGreaterThanOrEqual(4)
  expect(ticks.length).toBeLessThanOrEqual(10)
})

test('thousands of steps are drawn with a bounded path', () => {
  const path = /d="(M[^"]*)" stroke="var\(--train\)"/.exec(renderToString(charts['lines']))?.[1] ?? ''
  const points = parsePath(path).flat()
  expect(points.length).toBeGreaterThan(5)
  expect(points.length).toBeLessThan(1700)
})
