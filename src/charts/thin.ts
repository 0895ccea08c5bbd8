/** A place in px. */
export type Px = readonly [x: number, y: number]

/** Points nearer than this to the line drawn without them can't be missed, in px. */
const TOLERANCE = 0.1

/**
 * Leaves out points on the way. From the last kept point, every skipped one allows a cone of directions that pass it
 * within the tolerance; the next point may follow while it lies in all cones and farther out.
 */
export function thin(line: readonly Px[], tolerance = TOLERANCE): Px[] {
  const [first] = line
  if (first === undefined) return []
  const kept = [first]
  let anchor = first
  let before = first
  let reach = 0
  let cone: Cone | null = null
  for (const point of line.slice(1)) {
    let [dx, dy] = [point[0] - anchor[0], point[1] - anchor[1]]
    let distance = Math.hypot(dx, dy)
    if (distance < reach || (cone !== null && !isInside(cone, dx, dy))) {
      kept.push(before)
      anchor = before
      cone = null
      dx = point[0] - anchor[0]
      dy = point[1] - anchor[1]
      distance = Math.hypot(dx, dy)
    }
    if (distance > tolerance) cone = narrow(cone, dx / distance, dy / distance, tolerance / distance)
    reach = distance
    before = point
  }
  if (before !== anchor) kept.push(before)
  return kept
}

/** Directions between two unit vectors, less than half a turn apart. */
interface Cone {
  readonly right: Px
  readonly left: Px
}

const cross = ([ax, ay]: Px, [bx, by]: Px): number => ax * by - ay * bx

function isInside({ right, left }: Cone, dx: number, dy: number): boolean {
  return cross(right, [dx, dy]) >= 0 && cross([dx, dy], left) >= 0
}

/** What remains of a cone with one more point in direction (ux, uy) that must be passed within the angle of this sine. */
function narrow(cone: Cone | null, ux: number, uy: number, sine: number): Cone {
  const cosine = Math.sqrt(1 - sine * sine)
  const right: Px = [ux * cosine + uy * sine, uy * cosine - ux * sine]
  const left: Px = [ux * cosine - uy * sine, uy * cosine + ux * sine]
  if (cone === null) return { right, left }
  return {
    right: cross(cone.right, right) > 0 ? right : cone.right,
    left: cross(cone.left, left) < 0 ? left : cone.left,
  }
}
