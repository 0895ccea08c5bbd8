import { useContext, useMemo, useRef, useState } from 'react'
import { CellMap, type CellPlace } from '../../charts/CellMap.tsx'
import { Key } from '../../charts/Key.tsx'
import { paintGrid } from '../../charts/pixels.ts'
import { FigureScale } from '../../charts/scale.ts'
import { formatNumber } from '../../i18n/number.ts'
import { spanOf, windowTerms, type Cells } from '../../math/convolution.ts'
import { formatTenths } from '../../math/imagePatterns.ts'
import type { ViewProps } from '../../protocol/view.ts'
import { Choice } from '../../ui/Choice.tsx'
import { PictureSource } from '../../ui/picture/PictureSource.tsx'
import './view/convolution.css'
import type spec from './spec.ts'
import { compute, drawPicture, paintCell, withWeight } from './spec/computed.ts'
import strings from './strings.ts'
import { Arithmetic } from './view/Arithmetic.tsx'
import {
  BELOW,
  fill,
  inkNumbers,
  outputNumbers,
  paintInput,
  PEN_COLORS,
  PENS,
  windowFrames,
  type PenId,
} from './view/cells.ts'

const GAP = 24

/** What the pen lays, and on which image. */
interface Stroke {
  readonly color: readonly number[]
  readonly on: Cells
}

/** The image, the map that the filter makes of it, and the sum behind the cell that is pointed at. */
export default function View({ values, width, height, presenting, locale, set }: ViewProps<typeof spec>) {
  const { big } = useContext(FigureScale)
  const { text, choices } = strings[locale]
  const computed = useMemo(() => compute(values), [values])
  const { image, kernel, slide, output, down, across } = computed
  const [hovered, setHovered] = useState<CellPlace | null>(null)
  const [cursor, setCursor] = useState<CellPlace>({ row: 0, column: 0 })
  const [channel, setChannel] = useState(0)
  const [pen, setPen] = useState<PenId>('red')
  const stroke = useRef<Stroke | null>(null)

  const colour = image.channels === 3
  const empty = output.values.length === 0
  const inMap = hovered && hovered.row < output.height && hovered.column < output.width ? hovered : null
  const { row, column } = inMap ?? computed
  // Numbers need cells of some size: on a phone the maps stand below one another.
  const stacked = width < 480 && values.numbers && values.side === '12'
  const room = Math.min(
    stacked ? width : (width - GAP) / 2,
    height === undefined ? Infinity : height - BELOW[values.size],
  )
  const padded = Math.max(
    image.width + across.before + across.after,
    image.height + down.before + down.after,
    output.width,
  )
  const cell = Math.max(4, Math.floor(room / padded))
  const limit = Math.max(1e-9, ...Array.from(output.values, Math.abs))
  const paintImage = useMemo(() => paintInput(image), [image])
  const paintMap = useMemo(
    () =>
      paintGrid(
        { columns: output.width, rows: output.height, values: output.values },
        'diverging',
        (value) => value / limit,
      ),
    [output, limit],
  )
  const terms = empty ? [] : windowTerms(image, kernel, slide, row, column)
  const result = output.values[row * output.width + column] ?? 0
  const frames = windowFrames(terms, kernel.height, slide.dilation)
  const short = (value: number): string => formatNumber(value, { digits: 2, trim: true })
  const choose = (place: CellPlace): void => set({ row: place.row, column: place.column })
  const paint = (place: CellPlace, begins: boolean): void => {
    const at = (place.row * image.width + place.column) * image.channels
    // A stroke that begins on ink takes ink away.
    if (begins || !stroke.current)
      stroke.current = { color: colour ? PEN_COLORS[pen] : [image.values[at] >= 0.5 ? 0 : 1], on: image }
    const { color, on } = stroke.current
    const painted = paintCell(on, place.row, place.column, color)
    // The next cell may be painted before the figure has been drawn with this one.
    stroke.current = { color, on: painted }
    setCursor(place)
    set({ image: 'own', drawn: formatTenths(painted.values) })
  }
  const numbers = values.numbers && values.side === '12'
  const sizes = (height_: number, width_: number): string => `${height_} × ${width_}`
  return (
    <div className={big ? 'cv big' : 'cv'}>
      <div className={stacked ? 'cv-maps stacked' : 'cv-maps'} style={{ gap: stacked ? 12 : GAP }}>
        <div style={{ width: stacked ? width : Math.floor((width - GAP) / 2) }}>
          <p className="cv-title">
            {text.input} <span>{`${sizes(image.height, image.width)}${colour ? ' × 3' : ''}`}</span>
          </p>
          <CellMap
            label={text.inputLabel}
            spoken={fill(text.inputAt, {
              row: cursor.row + 1,
              column: cursor.column + 1,
              value: short(image.values[(cursor.row * image.width + cursor.column) * image.channels]),
            })}
            rows={image.height}
            columns={image.width}
            cell={cell}
            paint={paintImage}
            around={{ top: down.before, bottom: down.after, left: across.before, right: across.after }}
            {...(numbers ? { numbers: inkNumbers(image, channel, cell, big) } : {})}
            frames={frames}
            at={cursor}
            onMove={setCursor}
            onPress={paint}
          />
        </div>
        <div style={{ width: stacked ? width : Math.floor((width - GAP) / 2) }}>
          <p className="cv-title">
            {text.output} <span>{sizes(output.height, output.width)}</span>
          </p>
          {empty ? (
            <p className="key">
              {fill(text.noFit, { span: spanOf(kernel.height, slide.dilation), side: image.width })}
            </p>
          ) : (
            <CellMap
              label={text.outputLabel}
              spoken={fill(text.outputAt, { row: row + 1, column: column + 1, value: short(result) })}
              rows={output.height}
              columns={output.width}
              cell={cell}
              paint={paintMap}
              {...(numbers ? { numbers: outputNumbers(output, limit, cell, big) } : {})}
              frames={[{ row, column, rows: 1, columns: 1, kind: 'window' }]}
              at={{ row, column }}
              onMove={choose}
              onPress={choose}
              onHover={setHovered}
            />
          )}
        </div>
      </div>
      <Key
        items={[
          {
            id: 'scale',
            name: `\u2002${text.scale}`,
            mark: { ramp: 'diverging', low: short(-limit), high: short(limit) },
          },
        ]}
      />
      {colour && !presenting && (
        <div className="cv-choices">
          <Choice
            label={text.pen}
            locale={locale}
            value={pen}
            options={PENS.map((id) => ({ id, label: text[`pen-${id}`] }))}
            onChange={setPen}
            shape="select"
          />
          <Choice
            label={text.slice}
            locale={locale}
            value={String(channel)}
            options={(['red', 'green', 'blue'] as const).map((id, c) => ({
              id: String(c),
              label: text[`pen-${id}`],
            }))}
            onChange={(id) => setChannel(Number(id))}
          />
        </div>
      )}
      <Arithmetic
        terms={terms}
        size={kernel.height}
        channel={colour ? channel : 0}
        channels={image.channels}
        result={result}
        width={width}
        big={big}
        name={choices.filter[values.filter]}
        text={text}
        locale={locale}
        onWeight={(r, c, weight) => set(withWeight(values, colour ? channel : 0, r, c, weight))}
      />
      {values.image === 'own' && !presenting && (
        <PictureSource
          locale={locale}
          onPicture={({ rgba, ...size }) => set({ drawn: drawPicture({ rgba, ...size }, values) })}
        />
      )}
    </div>
  )
}
