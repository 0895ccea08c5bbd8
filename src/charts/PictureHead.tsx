import { useContext } from 'react'
import { FigureScale } from './scale.ts'

/** The name of a picture, and a line of readings under it unless that is empty. As tall whatever the words. */
export function PictureHead({ width, name, line }: { width: number; name: string; line: string }) {
  const { big } = useContext(FigureScale)
  const height = line === '' ? (big ? 34 : 24) : big ? 64 : 44
  return (
    <div className={big ? 'plot big' : 'plot'} style={{ width, aspectRatio: `${width} / ${height}` }}>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <text x={0} y={big ? 24 : 15} className="lab">
          {name}
        </text>
        <text x={0} y={big ? 54 : 35} className="num">
          {line}
        </text>
      </svg>
    </div>
  )
}
