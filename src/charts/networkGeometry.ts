import type { NetworkLink, UnitPlace } from './network.ts'
import { round } from './text.tsx'

/** A weight's curve from unit to unit, in px. */
export interface LinkPlace extends NetworkLink {
  readonly ax: number
  readonly ay: number
  readonly bx: number
  readonly by: number
}

/** All weights between units, without those to the outlet. */
export function placeLinks(units: readonly UnitPlace[], gaps: number, size: number): LinkPlace[] {
  return Array.from({ length: gaps }, (_, gap) => gap).flatMap((gap) => {
    const next = units.filter(({ layer }) => layer === gap + 1)
    return units
      .filter(({ layer }) => layer === gap)
      .flatMap((start) =>
        next.map((end) => ({
          gap,
          from: start.index,
          to: end.index,
          ax: start.x + size,
          ay: start.y + size / 2,
          bx: end.x,
          by: end.y + size / 2,
        })),
      )
  })
}

const REACH = 8

/** The link whose curve passes nearest to a place, if one passes near. */
export function nearestLink(links: readonly LinkPlace[], x: number, y: number): LinkPlace | undefined {
  let best: LinkPlace | undefined
  let least = REACH
  for (const link of links) {
    if (x < link.ax || x > link.bx) continue
    const distance = Math.abs(heightAt(link, x) - y)
    if (distance < least) [best, least] = [link, distance]
  }
  return best
}

/** The curve's y: x(t) = 1.5 t − 1.5 t² + t³ of the way across, y(t) = 3 t² − 2 t³ of the way down. */
function heightAt({ ax, ay, bx, by }: LinkPlace, x: number): number {
  const share = (x - ax) / (bx - ax || 1)
  let [low, high] = [0, 1]
  for (let i = 0; i < 20; i++) {
    const t = (low + high) / 2
    if (1.5 * t - 1.5 * t * t + t ** 3 < share) low = t
    else high = t
  }
  return ay + (by - ay) * (3 * low * low - 2 * low ** 3)
}

/** The path of a link: level at both ends. */
export function drawLink({ ax, ay, bx, by }: Pick<LinkPlace, 'ax' | 'ay' | 'bx' | 'by'>): string {
  const middle = round((ax + bx) / 2)
  return `M${round(ax)} ${round(ay)}C${middle} ${round(ay)} ${middle} ${round(by)} ${round(bx)} ${round(by)}`
}
