import type { Px } from '../../src/charts/thin.ts'

/** The points of a path that `formatPath` wrote, line after line. */
export function parsePath(path: string): Px[][] {
  return path
    .split('M')
    .slice(1)
    .map((line) => {
      const numbers = [...line.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(Number)
      const points: Px[] = []
      let [x, y] = [0, 0]
      for (let i = 0; i < numbers.length; i += 2) {
        x += numbers[i] ?? Number.NaN
        y += numbers[i + 1] ?? Number.NaN
        points.push([x, y])
      }
      return points
    })
}
