/** One way to write a digit: control points in a unit box, joined to smooth strokes. */
export interface StrokeStyle {
  /** How often it occurs, beside the other styles of its digit. */
  readonly weight: number
  /** How far its control points may stray, beside other styles'. */
  readonly looseness: number
  /** First and last control point of each stroke. Strokes that share a point meet there in a corner. */
  readonly strokes: readonly (readonly [first: number, last: number])[]
  /** x, y of each control point; y grows downward. */
  readonly points: readonly number[]
}

/** The styles of each digit, 0 … 9. The first is the commonest. */
export type StrokeStyles = readonly (readonly StrokeStyle[])[]

/**
 * Reads the styles of one digit, a line each: `weight | first-last of each stroke | x,y of each point, in thousandths |
 * looseness, if not 1`. Throws a SyntaxError that names the line.
 */
export function parseStyles(text: string): StrokeStyle[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [weight = '', strokes = '', points = '', looseness = '1'] = line
        .split('|')
        .map((part) => part.trim())
      const style = {
        weight: Number(weight),
        looseness: Number(looseness),
        strokes: strokes.split(' ').map((stroke): [number, number] => {
          const [first, last] = stroke.split('-').map(Number)
          return [first, last]
        }),
        points: points.split(/[ ,]/).map((number) => Number(number) / 1000),
      }
      const last = style.points.length / 2 - 1
      const sound =
        style.weight > 0 &&
        style.looseness > 0 &&
        style.points.every(Number.isFinite) &&
        style.strokes.every(([from, to]) => from < to && to <= last)
      if (!sound) throw new SyntaxError(`This is not a style of a digit: ${line}`)
      return style
    })
}

/** A style as the pen needs it: each sample of the path is a fixed blend of four control points. */
export interface Glyph {
  readonly weight: number
  /** x, y of each control point, the box's centre at 0. */
  readonly controls: Float64Array
  /** How far each control point may stray. */
  readonly looseness: Float64Array
  /** Four control points of each sample, and their weights. */
  readonly from: Int32Array
  readonly blend: Float64Array
  /** The sample with which each stroke begins. */
  readonly starts: readonly number[]
}

/** Samples on a whole path: at 20 pixels' height they lie less than a pixel apart. */
const SAMPLES = 72
/** The ends of strokes that nothing holds stray more than their middles. */
const FREE_END = 1.6

/** Works out once per style what does not depend on the draw: Catmull–Rom curves are linear in their control points. */
export function makeGlyph({ weight, looseness, strokes, points }: StrokeStyle): Glyph {
  const length = (a: number, b: number): number =>
    Math.hypot(points[2 * b] - points[2 * a], points[2 * b + 1] - points[2 * a + 1])
  let total = 0
  for (const [first, last] of strokes) for (let k = first; k < last; k++) total += length(k, k + 1)

  const from: number[] = []
  const blend: number[] = []
  const starts: number[] = []
  for (const [first, last] of strokes) {
    starts.push(from.length / 4)
    for (let k = first; k < last; k++) {
      const count = Math.max(1, Math.round((length(k, k + 1) / total) * (SAMPLES - strokes.length)))
      const end = k === last - 1 ? count : count - 1
      for (let i = 0; i <= end; i++) {
        from.push(Math.max(first, k - 1), k, k + 1, Math.min(last, k + 2))
        blend.push(...catmullRom(i / count))
      }
    }
  }

  const ends = strokes.flat()
  const free = (k: number): boolean => ends.filter((end) => end === k).length === 1
  return {
    weight,
    controls: Float64Array.from(points, (x) => x - 0.5),
    looseness: Float64Array.from(
      { length: points.length / 2 },
      (_, k) => looseness * (free(k) ? FREE_END : 1),
    ),
    from: Int32Array.from(from),
    blend: Float64Array.from(blend),
    starts,
  }
}

/** Weights of four neighbours at t between the middle two (Catmull and Rom, 1974). */
function catmullRom(t: number): [number, number, number, number] {
  const [t2, t3] = [t * t, t * t * t]
  return [(-t + 2 * t2 - t3) / 2, (2 - 5 * t2 + 3 * t3) / 2, (t + 4 * t2 - 3 * t3) / 2, (t3 - t2) / 2]
}
