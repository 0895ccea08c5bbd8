import { renderToString } from 'react-dom/server'
import type { FigureIslandProps, WidgetCode } from '../../player/island.ts'
import { RasterEncoder } from '../../charts/Raster.tsx'
import FigureIsland from '../../player/FigureIsland.tsx'
import { encodePngUrl } from './png.ts'

/** JSON that can stand inside a `script` element. */
export const scriptJson = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c')

/** A figure as it stands in the page before it wakes: its picture, and what it needs to wake. */
export function renderIsland(props: FigureIslandProps, code: WidgetCode): string {
  const html = renderToString(
    <RasterEncoder value={encodePngUrl}>
      <FigureIsland {...props} code={code} />
    </RasterEncoder>,
    { identifierPrefix: `${props.figure}-` },
  )
  return (
    `<div class="wide island" data-island="${props.figure}" data-widget="${props.widget}">` +
    `<div data-island-root>${html}</div>` +
    `<script type="application/json">${scriptJson(props)}</script></div>`
  )
}
