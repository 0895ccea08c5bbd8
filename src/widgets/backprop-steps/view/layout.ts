import type { Card } from './cards.ts'

/** Where everything of the network picture stands, in px. */
export interface Layout {
  readonly vertical: boolean
  readonly height: number
  readonly rowHeight: number
  /** From the card's left edge: where the symbol begins, where value and gradient end. */
  readonly columns: { readonly symbol: number; readonly value: number; readonly slope: number }
  readonly cards: ReadonlyMap<string, Box>
  /** Left end and base line of the words over each layer. */
  readonly heads: readonly { readonly x: number; readonly y: number }[]
}
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Below this width the layers stand one below the other. */
const UPRIGHT = 540

/** Layers side by side, the loss below the output; on a narrow page layers one below the other. */
export function layOut(cards: readonly Card[], width: number, fontSize: number): Layout {
  const vertical = width < UPRIGHT
  const rowHeight = vertical ? 24 : Math.round(fontSize * 1.5)
  const gap = vertical ? 8 : Math.round(fontSize * 1.4)
  const full = vertical
    ? Math.floor((width - 2 * gap) / 3)
    : Math.min(Math.round(fontSize * 10.6), width * 0.235)
  const bare = vertical ? full * 0.72 : Math.round(full * 0.56)
  const widthOf = (card: Card): number => (card.rows.some(({ slope }) => slope !== undefined) ? full : bare)
  const heightOf = ({ rows }: Card): number => rows.length * rowHeight + 2
  const column = (full - fontSize * 1.9) / 2
  const columns = { symbol: 2, value: fontSize * 1.9 + column - 2, slope: full - 2 }
  const head = fontSize * 1.7
  const boxes = new Map<string, Box>()
  const heads: { x: number; y: number }[] = []
  const layers = [0, 1, 2, 3].map((layer) =>
    cards.filter((card) => card.layer === layer || (layer === 3 && card.layer === 4)),
  )

  if (vertical) {
    let top = 0
    for (const row of layers) {
      heads.push({ x: 0, y: top + fontSize })
      const tall = Math.max(...row.map(heightOf))
      const total = row.reduce((sum, card) => sum + widthOf(card), 0)
      const space = row.length === 3 ? gap : Math.min(48, (width - total) / (row.length + 1))
      let x = (width - total - space * (row.length - 1)) / 2
      for (const card of row) {
        boxes.set(card.id, { x, y: top + head, width: widthOf(card), height: heightOf(card) })
        x += widthOf(card) + space
      }
      top += head + tall + 30
    }
    return { vertical, height: top - 26, rowHeight, columns, cards: boxes, heads }
  }

  const total = bare + 3 * full
  const between = (width - total) / 3
  const tallest = Math.max(
    ...layers.map((layer) => layer.reduce((sum, card) => sum + heightOf(card) + gap, -gap)),
  )
  layers.forEach((layer, index) => {
    const x = index === 0 ? 0 : bare + between + (index - 1) * (full + between)
    heads.push({ x, y: fontSize })
    const own = layer.reduce((sum, card) => sum + heightOf(card), 0)
    // Fewer units are spread between the ends of the tallest layer, so that the edges fan.
    const space = index === 3 ? gap * 1.8 : (tallest - own) / (layer.length + (index === 1 ? -1 : 1))
    let y = head + (index === 1 ? 0 : (tallest - own - space * (layer.length - 1)) / 2)
    for (const card of layer) {
      boxes.set(card.id, { x, y, width: widthOf(card), height: heightOf(card) })
      y += heightOf(card) + space
    }
  })
  return { vertical, height: head + tallest + 4, rowHeight, columns, cards: boxes, heads }
}
