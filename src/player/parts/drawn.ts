/**
 * A picture is drawn for one of two widths and scaled to its column by figure.css. The build prerenders both and the page
 * shows the one that fits, so a figure that wakes draws what already stands there: nothing on the page moves.
 */
export type DrawnSize = 'wide' | 'narrow'

export const DRAWN_SIZES: readonly DrawnSize[] = ['wide', 'narrow']

/** Widths in CSS px: of the text column, and of a phone's. figure.css has the same numbers. */
export const DRAWN_WIDTHS: Readonly<Record<DrawnSize, number>> = { wide: 624, narrow: 350 }

const WIDE_FROM = 500

/** The picture that fits a column of this inner width in CSS px; figure.css decides by the same number. */
export const drawnSize = (width: number): DrawnSize => (width < WIDE_FROM ? 'narrow' : 'wide')

/** The stage as measured on the page: inner width and height in CSS px, and the picture that fits. */
export interface Column {
  readonly width: number
  readonly height: number
  readonly size: DrawnSize
}

/** Between two compared pictures, in CSS px; compare.css has the same numbers. */
const GAP = 32
/** Two pictures need so much room each; with less they stand below one another. */
const LEAST = 320
/** Before an audience: what stands over each of two pictures. */
const HEAD = 84
/** …and less height than this shows nothing: the pictures can be scrolled. */
const LEAST_HEIGHT = 260

/** Whether so many pictures fit side by side. */
export const fitAbreast = (width: number, sides: number): boolean =>
  sides > 1 && width >= sides * LEAST + (sides - 1) * GAP

/** The width that there is for each of so many pictures. */
export const roomFor = (width: number, sides: number): number =>
  fitAbreast(width, sides) ? Math.floor((width - (sides - 1) * GAP) / sides) : width

/** The width that each of so many pictures is drawn for. Alone in the page a picture has one of two, beside another what there is. */
export function drawnWidth({ width, size }: Column, sides: number, presenting: boolean): number {
  if (sides === 1) return presenting ? width : DRAWN_WIDTHS[size]
  const each = roomFor(width, sides)
  return presenting ? each : Math.min(DRAWN_WIDTHS.wide, Math.max(DRAWN_WIDTHS.narrow, each))
}

/** Before an audience: the height that each of so many pictures can fill; 0 where it is not known yet. */
export function drawnHeight({ width, height }: Column, sides: number): number {
  if (sides === 1) return height
  const each = fitAbreast(width, sides) ? height : Math.floor((height - (sides - 1) * GAP) / sides)
  return height > 0 ? Math.max(LEAST_HEIGHT, each - HEAD) : 0
}
