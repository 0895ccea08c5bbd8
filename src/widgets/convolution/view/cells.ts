import { fitNumber, type CellFrame } from '../../../charts/CellMap.tsx'
import { numberClass } from '../../../charts/numberClass.ts'
import { paintImage, type Paint } from '../../../charts/pixels.ts'
import { metricsOf } from '../../../charts/scale.ts'
import { formatNumber } from '../../../i18n/number.ts'
import { spanOf, type Cells, type WindowTerm } from '../../../math/convolution.ts'
import { LUMA } from '../../../math/imagePatterns.ts'

/** What the pen lays in a colour image: light of red, green, blue. */
export const PEN_COLORS = {
  red: [1, 0, 0],
  green: [0, 0.7, 0],
  blue: [0, 0, 1],
  black: [0, 0, 0],
  white: [1, 1, 1],
} as const satisfies Record<string, readonly number[]>
export type PenId = keyof typeof PEN_COLORS
export const PENS = Object.keys(PEN_COLORS) as readonly PenId[]

/** Before an audience: the height that a kernel of this size and its sum need under the maps. */
export const BELOW = { '3': 300, '5': 430 } as const

/** Words with numbers for `{name}`. */
export const fill = (words: string, numbers: Readonly<Record<string, string | number>>): string =>
  words.replace(/\{(\w+)\}/g, (whole, name: string) => String(numbers[name] ?? whole))

/** Ink in the theme’s ink; light in its own colours. */
export function paintInput({ height, width, channels, values }: Cells): Paint {
  if (channels === 1) return paintImage({ rows: height, columns: width, values })
  const rgba = Uint8ClampedArray.from({ length: height * width * 4 }, (_, i) =>
    i % 4 === 3 ? 255 : Math.round(255 * values[Math.floor(i / 4) * 3 + (i % 4)]),
  )
  return () => ({ width, height, rgba })
}

const write = (value: number, digits: number): string => formatNumber(value, { digits, trim: true })

type Numbers = (row: number, column: number) => { readonly text: string; readonly className: string }

/** The numbers of the input, of a colour image those of one channel. */
export function inkNumbers(image: Cells, channel: number, cell: number, big: boolean): Numbers {
  const { tick } = metricsOf(big)
  return (row, column) => {
    const at = (row * image.width + column) * image.channels
    const value = image.values[image.channels === 3 ? at + channel : at]
    const light = LUMA.reduce((sum, share, c) => sum + share * image.values[at + c], 0)
    return {
      text: fitNumber(value, cell - 2, tick, write),
      className:
        image.channels === 1
          ? numberClass(value, [0, 1], 'ink')
          : light > 0.5
            ? 'num cv-on-light'
            : 'num cv-on-dark',
    }
  }
}

export function outputNumbers(output: Cells, limit: number, cell: number, big: boolean): Numbers {
  const { tick } = metricsOf(big)
  return (row, column) => {
    const value = output.values[row * output.width + column]
    return {
      text: fitNumber(value, cell - 2, tick, write),
      className: numberClass(value, [-limit, limit], 'diverging'),
    }
  }
}

/** The window on the input; with gaps each cell that it reads, and a thin frame round them all. */
export function windowFrames(
  terms: readonly WindowTerm[],
  size: number,
  dilation: number,
): readonly CellFrame[] {
  const [first] = terms
  if (terms.length === 0) return []
  const span = spanOf(size, dilation)
  const { row, column } = first
  if (dilation === 1) return [{ row, column, rows: span, columns: span, kind: 'window' }]
  return [
    ...terms
      .filter(({ channel }) => channel === 0)
      .map((term): CellFrame => ({
        row: term.row,
        column: term.column,
        rows: 1,
        columns: 1,
        kind: 'window',
      })),
    { row, column, rows: span, columns: span, kind: 'hull' },
  ]
}
