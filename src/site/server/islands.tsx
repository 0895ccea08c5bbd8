import { renderToString } from 'react-dom/server'
import type { FigureIslandProps, SleepingFigure, WidgetCode } from '../../player/island.ts'
import { RasterEncoder } from '../../charts/Raster.tsx'
import FigureIsland from '../../player/FigureIsland.tsx'
import { addressFrom } from '../pages/layout.ts'
import type { PutFile } from './files.ts'
import { encodePng } from './png.ts'

/** JSON that can stand inside a `script` element. */
export const scriptJson = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c')

/** A figure as it stands in the page before it wakes: its picture, and what it needs to wake. */
export function renderIsland(props: FigureIslandProps, code: WidgetCode, put: PutFile): string {
  const { recorded, ...own } = props
  const name = `${props.slug}-${props.figure}`
  const html = renderToString(
    <RasterEncoder value={(pixels) => addressFrom(props.base, put('pixels', 'png', encodePng(pixels)))}>
      <FigureIsland {...props} code={code} />
    </RasterEncoder>,
    { identifierPrefix: `${props.figure}-` },
  )
  const sleeping: SleepingFigure = {
    ...own,
    recorded: recorded === null ? null : addressFrom(props.base, put(name, 'json', JSON.stringify(recorded))),
  }
  return (
    `<div class="wide island" data-island="${props.figure}" data-widget="${props.widget}">` +
    `<div data-island-root>${html}</div>` +
    `<script type="application/json">${scriptJson(sleeping)}</script></div>`
  )
}
