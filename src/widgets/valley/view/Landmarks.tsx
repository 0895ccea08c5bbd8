import { usePlot } from '../../../charts/area.ts'
import { type Caption, spotOf } from '../../../charts/captions.ts'
import { round } from '../../../charts/text.tsx'
import type { Point } from '../../../math/landscape.ts'
import type { TerrainMap } from './terrain.ts'

interface Props {
  minima: TerrainMap['minima']
  saddles: readonly Point[]
  captions: readonly Caption[]
}

/** Minima as crosses, saddle points as diagonal ones, and their names. */
export function Landmarks({ minima, saddles, captions }: Props) {
  const area = usePlot()
  const { x, y, big } = area
  const arm = big ? 10 : 6
  const d = round(arm * 0.72)
  const mark = (at: Point, path: string) => (
    <g key={`${at[0]} ${at[1]}`} transform={`translate(${round(x(at[0]))} ${round(y(at[1]))})`}>
      <path d={path} stroke="var(--plate)" strokeWidth={big ? 7 : 4.5} opacity={0.7} />
      <path d={path} stroke="var(--ink)" strokeWidth={big ? 3 : 1.75} />
    </g>
  )
  return (
    <g aria-hidden="true">
      {saddles.map((at) => mark(at, `M${-d} ${-d}L${d} ${d}M${-d} ${d}L${d} ${-d}`))}
      {minima.map(({ at }) => mark(at, `M${-arm} 0H${arm}M0 ${-arm}V${arm}`))}
      {captions.map(({ at, words, kind }) => {
        const [px, py] = [x(at[0]), y(at[1])]
        const { dx, dy, anchor } = spotOf(kind, px, words, area)
        return (
          <text key={words} x={round(px + dx)} y={round(py + dy)} textAnchor={anchor} className="lab halo">
            {words}
          </text>
        )
      })}
    </g>
  )
}

/** Each name stands once, at the first place of its kind. */
export function nameLandmarks(
  { minima, saddles, flat }: Pick<TerrainMap, 'minima' | 'saddles' | 'flat'>,
  names: Readonly<Record<'minimum' | 'lowest' | 'local' | 'saddle', string>>,
): readonly Caption[] {
  const lowest = minima.find(({ kind }) => kind === 'lowest')
  const local = minima.find(({ kind }) => kind === 'minimum')
  const saddle = saddles[0]
  // The names of two wells stand under them, for the paths come from above and from the side.
  const under = local ? 'below' : 'mark'
  return [
    ...(lowest ? [{ at: lowest.at, words: local ? names.lowest : names.minimum, kind: under } as const] : []),
    ...(local ? [{ at: local.at, words: names.local, kind: under } as const] : []),
    // On a steep map paths pass beside a saddle point; between two wells their names stand at its height.
    ...(saddle
      ? [{ at: saddle, words: names.saddle, kind: flat && !local ? 'mark' : 'above' } as const]
      : []),
  ]
}
