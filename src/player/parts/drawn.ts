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
