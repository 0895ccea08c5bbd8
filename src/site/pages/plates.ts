/** The 72 px plates of the contents: one small computed drawing per chapter, in ink; colour only where sign is shown. */
import { makeRng } from '../../math/rng.ts'

const SIZE = 72
const INK = 'stroke="var(--ink)" fill="none" stroke-width="1.5"'
const THIN = 'stroke="var(--rule-2)" fill="none" stroke-width="1"'
const DASHED = `${INK} stroke-dasharray="4 3"`
const PAPER = 'fill="var(--paper)" stroke="var(--ink)" stroke-width="1.5"'

/** A curve of f over [from, to], drawn across the plate; f = ±1 is 28 px from the middle. */
function curve(
  f: (x: number) => number,
  from: number,
  to: number,
  style = INK,
  left = 4,
  width = 64,
): string {
  const points = Array.from({ length: 61 }, (_, i) => {
    const x = from + ((to - from) * i) / 60
    return `${(left + (width * i) / 60).toFixed(1)} ${(36 - 28 * f(x)).toFixed(1)}`
  })
  return `<path d="M${points.join('L')}" ${style}/>`
}
const dot = (x: number, y: number, r = 2.5): string =>
  `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${r}" fill="var(--ink)"/>`
const path = (d: string, style = INK): string => `<path d="${d}" ${style}/>`
const cell = (x: number, y: number, size: number, ink: number): string =>
  `<rect x="${x}" y="${y}" width="${size}" height="${size}" fill="var(--ink)" fill-opacity="${ink.toFixed(2)}"/>`
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i)

function fitted(): string {
  const random = makeRng(3)
  const f = (x: number): number => 0.75 * Math.sin(x) * Math.exp(-0.12 * x)
  const points = range(13).map((i) => {
    const x = -0.6 + (6.2 * i) / 12
    return dot(4 + (64 * i) / 12, 36 - 28 * (f(x) + 0.13 * random.normal()), 2.2)
  })
  return curve(f, -0.6, 5.6) + points.join('')
}

function network(): string {
  const random = makeRng(8)
  const layers: [number, number[]][] = [
    [12, [16, 36, 56]],
    [36, [8, 27, 45, 64]],
    [60, [26, 46]],
  ]
  const lines = layers.slice(0, -1).flatMap(([x, ys], l) => {
    const [nextX, nextYs] = layers[l + 1] ?? [0, []]
    return ys.flatMap((a) =>
      nextYs.map((b) => {
        const weight = random.normal()
        const colour = weight < 0 ? 'var(--neg)' : 'var(--pos)'
        return `<path d="M${x} ${a}L${nextX} ${b}" stroke="${colour}" stroke-width="${(0.3 + Math.abs(weight) * 1.1).toFixed(2)}"/>`
      }),
    )
  })
  const nodes = layers.flatMap(([x, ys]) => ys.map((y) => `<circle cx="${x}" cy="${y}" r="4.5" ${PAPER}/>`))
  return lines.join('') + nodes.join('')
}

function descent(): string {
  const contours = [6, 13, 21, 30].map(
    (r) =>
      `<ellipse cx="42" cy="40" rx="${r}" ry="${(r * 0.58).toFixed(1)}" transform="rotate(-28 42 40)" ${THIN}/>`,
  )
  const steps: [number, number][] = [
    [10, 12],
    [22, 44],
    [31, 31],
    [36, 45],
  ]
  return (
    contours.join('') +
    path('M10 12L22 44L31 31L36 45L40 38L42 41') +
    steps.map(([x, y]) => dot(x, y)).join('')
  )
}

function backward(): string {
  const boxes = [10, 27.3, 44.6, 62].map((x) => `<rect x="${x - 6}" y="18" width="12" height="12" ${PAPER}/>`)
  return (
    path('M10 24H62', THIN) +
    path('M62 46C58 60 48.6 60 44.6 46M44.6 46C40.6 60 31.3 60 27.3 46M27.3 46C23.3 60 14 60 10 46') +
    path('M6.5 52L10 45.5L15 50') +
    boxes.join('')
  )
}

function kernel(): string {
  const random = makeRng(5)
  const cells = range(36).map((k) => {
    const [i, j] = [k % 6, Math.floor(k / 6)]
    const ink = Math.abs(i + j - 5) < 1 ? 0.85 : 0.12 + 0.25 * random.next()
    return cell(6 + i * 10, 6 + j * 10, 10, ink * 0.6)
  })
  return `${cells.join('')}<rect x="16" y="16" width="30" height="30" stroke="var(--ink)" stroke-width="2.5" fill="none"/>`
}

function unrolled(): string {
  return range(4)
    .map((i) => {
      const x = 11 + i * 16.7
      const next = i < 3 ? path(`M${x + 5} 40H${x + 12}`) : ''
      const fill = i === 3 ? 'var(--ink)' : 'var(--paper)'
      return `${path(`M${x} 60V52M${x} 28V18`, THIN)}${next}<circle cx="${x}" cy="40" r="5" fill="${fill}" stroke="var(--ink)" stroke-width="1.5"/>${dot(x, 63, 2)}${dot(x, 14, 2)}`
    })
    .join('')
}

function gates(): string {
  const valves = [18, 36, 54].map(
    (x) => path(`M${x} 52V23`) + path(`M${x - 5} 32H${x + 5}L${x - 5} 42H${x + 5}Z`, PAPER),
  )
  return `<path d="M4 20H68" stroke="var(--ink)" stroke-width="4"/>${path('M4 52C12 34 20 34 28 52S44 70 52 52S64 42 68 46', THIN)}${valves.join('')}`
}

function alignment(): string {
  const random = makeRng(21)
  const target = [0, 2, 1, 5, 3, 4, 6]
  const cells = range(49).map((k) => {
    const [i, j] = [k % 7, Math.floor(k / 7)]
    const distance = i - (target[j] ?? 0)
    return cell(5 + i * 9, 5 + j * 9, 8, 0.9 * Math.exp(-(distance ** 2) / 0.8) + 0.06 * random.next())
  })
  return `${cells.join('')}<rect x="3.5" y="3.5" width="65" height="65" ${THIN}/>`
}

function tree(): string {
  const leaves = [10, 30, 46, 64].map((x) => `<circle cx="${x}" cy="58" r="3.5" ${PAPER}/>`)
  return (
    path('M36 12L20 34M36 12L54 34M20 34L10 58M20 34L30 58M54 34L46 58M54 34L64 58') +
    dot(36, 12, 4.5) +
    dot(20, 34, 4) +
    dot(54, 34, 4) +
    leaves.join('')
  )
}

function morph(): string {
  return range(9)
    .map((k) => {
      const [i, j] = [k % 3, Math.floor(k / 3)]
      const turn = `rotate(${j * 14 - i * 8} ${15 + i * 21} ${15 + j * 21})`
      return `<rect x="${7 + i * 21}" y="${7 + j * 21}" width="16" height="16" rx="${(i + j) * 2}" transform="${turn}" ${INK}/>`
    })
    .join('')
}

function maze(): string {
  const grid = range(5).map((i) => path(`M6 ${6 + i * 15}H66M${6 + i * 15} 6V66`, THIN))
  return (
    grid.join('') +
    cell(36, 21, 15, 0.25) +
    path('M13.5 58.5V43.5H28.5H58.5V16') +
    path('M54 20L58.5 13L63 20') +
    dot(13.5, 58.5, 4)
  )
}

function wave(): string {
  const random = makeRng(2)
  return range(22)
    .map((i) => {
      const a = 4 + 24 * Math.abs(Math.sin(i * 0.42) * Math.sin(i * 0.13 + 0.4)) + 3 * random.next()
      const x = (5 + i * 2.95).toFixed(1)
      return path(`M${x} ${(36 - a).toFixed(1)}V${(36 + a).toFixed(1)}`)
    })
    .join('')
}

const PLATES: Record<string, () => string> = {
  'what-is-deep-learning': fitted,
  'neurons-and-networks': network,
  'activation-functions': () =>
    path('M4 36H68M36 4V68', THIN) +
    curve((x) => 0.32 * Math.max(0, x), -3, 3) +
    curve((x) => 0.8 * Math.tanh(x), -3, 3, DASHED),
  'loss-functions': () =>
    path('M4 64H68M36 8V64', THIN) +
    curve((x) => 1.7 * x * x - 0.95, -1.06, 1.06) +
    curve((x) => 1.5 * Math.abs(x) - 0.95, -1.06, 1.06, DASHED),
  'gradient-descent': descent,
  backpropagation: backward,
  'training-well': () =>
    path('M6 4V66H68', THIN) +
    curve((x) => -0.95 + 1.8 * Math.exp(-3.2 * x), 0, 1, INK, 7, 60) +
    curve((x) => -0.6 + 1.45 * Math.exp(-5 * x) + 0.55 * x * x, 0, 1, DASHED, 7, 60),
  'convolutional-networks': kernel,
  'recurrent-networks': unrolled,
  'lstm-and-gru': gates,
  attention: alignment,
  'recursive-networks': tree,
  autoencoders: () =>
    `${path('M6 8L32 30V42L6 64Z')}${path('M66 8L40 30V42L66 64Z')}<rect x="34.5" y="30" width="3" height="12" fill="var(--ink)"/>`,
  gan: () =>
    path('M4 62H68', THIN) +
    curve((x) => -0.92 + 1.5 * Math.exp(-((x - 2.4) ** 2) / 0.55), 0, 5) +
    curve((x) => -0.92 + 1.2 * Math.exp(-((x - 3.1) ** 2) / 0.9), 0, 5, DASHED),
  'gan-applications': morph,
  'deep-reinforcement-learning': maze,
  'frameworks-and-code': () =>
    `<path d="M8 14H34M14 24H52M14 34H44M20 44H62M14 54H38" stroke="var(--ink)" stroke-width="3" fill="none"/>${path('M8 24V54', THIN)}`,
  applications: wave,
}

/** The plate of a chapter; a chapter without one of its own gets an empty frame. */
export function drawPlate(slug: string): string {
  const draw = PLATES[slug]
  const content = draw === undefined ? `<rect x="6" y="6" width="60" height="60" ${THIN}/>` : draw()
  return `<svg viewBox="0 0 ${SIZE} ${SIZE}" aria-hidden="true" focusable="false">${content}</svg>`
}
