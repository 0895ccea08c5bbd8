import { fill } from '../../../i18n/fill.ts'
import { Tiles } from '../../../charts/Tiles.tsx'
import { DIGITS, SIDE } from '../spec/stages.ts'
import { NARROW, type Sight } from './sight.ts'

/** Ten digits to send through the network, and the way to one's own. */
export function Examples({ sight, onDraw }: { sight: Sight; onDraw: () => void }) {
  const { frame, values, width, text, set } = sight
  const side = width < NARROW ? 34 : 38
  const cell = (side * DIGITS) / (DIGITS * (SIDE + 1) - 1)
  return (
    <div className="zm-examples">
      <p>{text.examples}</p>
      <div className="zm-ten" data-grid={DIGITS} style={{ width: side * DIGITS }}>
        <Tiles
          values={frame.examples}
          count={DIGITS}
          height={SIDE}
          width={SIDE}
          limit={255}
          scale="ink"
          columns={DIGITS}
          cell={cell}
          label={text.examples}
        />
        <div className="zm-ten-over">
          {Array.from({ length: DIGITS }, (_, digit) => (
            <button
              key={digit}
              type="button"
              aria-label={fill(text.example, { digit })}
              aria-pressed={values.drawing === '' && values.digit === digit}
              onClick={() => set({ digit, drawing: '' })}
            />
          ))}
        </div>
      </div>
      <button type="button" className="btn" onClick={onDraw}>
        {text.draw}
      </button>
    </div>
  )
}
