import { formatDrawing, type PenStroke } from '../../math/drawnDigit.ts'
import { IconButton } from '../IconButton.tsx'
import { LiveRegion } from '../LiveRegion.tsx'
import type { UiLocale } from '../strings.ts'
import './pad.css'
import { padStrings } from './padStrings.ts'
import { usePen } from './usePen.ts'

interface Props {
  strokes: readonly PenStroke[]
  side: number
  /** There is a drawing or a picture, to be cleared. */
  filled: boolean
  locale: UiLocale
  /** Longest text that a drawing may have. */
  most: number
  onChange: (strokes: readonly PenStroke[]) => void
  /** What is drawn at this moment, the unfinished stroke included. */
  children?: (strokes: readonly PenStroke[]) => React.ReactNode
}

/** A pad to draw a digit on. */
export function Pad({ strokes, side, filled, locale, most, onChange, children }: Props) {
  const text = padStrings[locale]
  const undo = (): void => onChange(strokes.slice(0, -1))
  const { draft, cursor, down, handlers } = usePen((stroke) => {
    const next = [...strokes, stroke]
    // What does not fit into a link is not drawn.
    if (formatDrawing(next).length <= most) onChange(next)
  }, undo)
  const all = draft.length > 0 ? [...strokes, draft] : strokes
  return (
    <>
      <div className="pad" style={{ width: side }}>
        <svg
          width={side}
          height={side}
          viewBox="0 0 1 1"
          role="application"
          aria-label={text.pad}
          tabIndex={0}
          {...handlers}
        >
          {all.map((stroke, i) => (
            <path key={i} d={pathOf(stroke)} />
          ))}
          {cursor && (
            <path
              className={down ? 'pad-cross down' : 'pad-cross'}
              d={`M${cursor.x - 0.05} ${cursor.y}h0.1M${cursor.x} ${cursor.y - 0.05}v0.1`}
            />
          )}
        </svg>
        {all.length === 0 && (
          <span className="pad-hint" aria-hidden="true">
            {text.padHint}
          </span>
        )}
        <div className="pad-tools">
          <IconButton
            icon="undo"
            className="btn"
            label={text.undo}
            disabled={strokes.length === 0}
            onClick={undo}
          />
          <IconButton
            icon="trash"
            labelled
            className="btn"
            label={text.clear}
            disabled={!filled}
            onClick={() => onChange([])}
          />
        </div>
        {cursor && <LiveRegion text={down ? text.penDown : text.penUp} />}
      </div>
      {children?.(all)}
    </>
  )
}

function pathOf(stroke: PenStroke): string {
  const places = Array.from({ length: stroke.length / 2 }, (_, i) => `${stroke[2 * i]} ${stroke[2 * i + 1]}`)
  // A path of one place draws its round cap only if it goes somewhere.
  return `M${places.join('L')}${places.length === 1 ? 'h0.0001' : ''}`
}
