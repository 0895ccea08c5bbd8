import { FOUNTAINS, pipes, TANKS, TAPS, type Pipe } from '../spec/pipes.ts'

export interface Place {
  readonly x: number
  readonly y: number
}
/** A vessel by its upper left corner. */
export interface Box extends Place {
  readonly width: number
  readonly height: number
}
/** A pipe with its two ends, and where its valve sits. */
export interface PipePlace extends Pipe {
  readonly start: Place
  readonly end: Place
  readonly valve: Place
}
export interface Layout {
  /** Radius of a valve's ring. */
  readonly ring: number
  /** Base line of the words over the columns. */
  readonly head: number
  readonly taps: readonly Place[]
  readonly tanks: readonly Box[]
  readonly fountains: readonly Box[]
  readonly pipes: readonly PipePlace[]
}

/** How far along a pipe its valve sits, by tap and tank: so that no two valves lie close. Fountains mirror it. */
const ALONG = [
  [0.4, 0.3, 0.8],
  [0.8, 0.3, 0.4],
] as const

/** Taps at the left, tanks in the middle, fountains at the right. Pure. */
export function layOut(width: number, height: number, big: boolean): Layout {
  const narrow = width < 480
  const ring = big ? 14 : 9
  const head = big ? 26 : 15
  const top = head + (big ? 14 : 8)
  const room = height - top
  const vessel = {
    width: big ? 76 : narrow ? 36 : 48,
    height: Math.min(big ? 104 : narrow ? 58 : 64, room * 0.22),
  }
  const at = (share: number): number => top + room * share
  const edge = big ? 40 : narrow ? 18 : 26
  const taps = [0.27, 0.73].map((share) => ({ x: edge, y: at(share) }))
  const tanks = [0.16, 0.49, 0.82].map((share) => ({
    x: (width - vessel.width) / 2 - (narrow ? 0 : 14),
    y: at(share) - vessel.height / 2,
    ...vessel,
  }))
  const tall = vessel.height * 1.3
  const numbers = big ? 74 : narrow ? 10 : 44
  const fountains = [0.27, 0.73].map((share) => ({
    x: width - numbers - vessel.width,
    y: at(share) - tall / 2,
    width: vessel.width,
    height: tall,
  }))
  const apart = big ? 18 : 11
  const from = (n: number, of: number): number => (n - (of - 1) / 2) * apart

  return {
    ring,
    head,
    taps,
    tanks,
    fountains,
    pipes: pipes.map((pipe) => {
      const { gap, from: source, to } = pipe
      const [tap, tank, fountain] = [taps[source], tanks[gap === 0 ? to : source], fountains[to]]
      const middle = (tank?.y ?? 0) + vessel.height / 2
      const [start, end] =
        gap === 0
          ? [
              { x: (tap?.x ?? 0) + ring + 6, y: (tap?.y ?? 0) + from(to, TANKS) },
              { x: tank?.x ?? 0, y: middle + from(source, TAPS) },
            ]
          : [
              { x: (tank?.x ?? 0) + vessel.width, y: middle + from(to, FOUNTAINS) },
              { x: fountain?.x ?? 0, y: (fountain?.y ?? 0) + tall / 2 + from(source, TANKS) },
            ]
      const along = gap === 0 ? (ALONG[source]?.[to] ?? 0.5) : 1 - (ALONG[to]?.[source] ?? 0.5)
      return { ...pipe, start, end, valve: pointOn(start, end, along) }
    }),
  }
}

/** The pipe's curve, level at both ends, as `charts/networkGeometry` draws links. */
function pointOn(start: Place, end: Place, t: number): Place {
  return {
    x: start.x + (end.x - start.x) * (1.5 * t - 1.5 * t * t + t ** 3),
    y: start.y + (end.y - start.y) * (3 * t * t - 2 * t ** 3),
  }
}
