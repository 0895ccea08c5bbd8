import { useMemo } from 'react'
import { Contour } from '../../../charts/Contour.tsx'
import { chooseDecadeLevels } from '../../../charts/isolines.ts'
import { Paths, type PlanePath } from '../../../charts/Paths.tsx'
import { paintMagnitude, sampleGrid } from '../../../charts/pixels.ts'
import { Plot } from '../../../charts/Plot.tsx'
import { formatDecade } from '../../../charts/ticks.ts'
import { bestLine, meanSquaredError, type Moments } from '../spec.ts'
import { Arrows } from './Arrows.tsx'
import { Cross } from './Cross.tsx'

const SLOPES = [-2.4, 2.9] as const
const HEIGHTS = [-1.3, 3.2] as const
const LEVELS = chooseDecadeLevels(-3, 1.5).map(({ log10, whole }) => ({
  value: log10,
  major: whole,
  ...(whole ? { text: formatDecade(10 ** log10) } : {}),
}))

interface Props {
  label: string
  width: number
  height: number
  moments: Moments
  paths: readonly PlanePath[]
  arrows: { from: readonly [number, number]; steps: ArrayLike<number> }
  names: { slope: string; height: string; best: string }
}

/** Contours of the exact error, on a log scale above its minimum, with the runs' paths. */
export function ErrorMap({ label, width, height, moments, paths, arrows, names }: Props) {
  const { x, y, xx, xy, yy } = moments
  const grid = useMemo(() => {
    const all = { x, y, xx, xy, yy }
    const [slope, intercept] = bestLine(all)
    const least = meanSquaredError(all, slope, intercept)
    const at = (a: number, b: number): number =>
      Math.log10(Math.max(meanSquaredError(all, a, b) - least, 1e-6))
    return sampleGrid(at, SLOPES, HEIGHTS, 120, 120)
  }, [x, y, xx, xy, yy])
  const paint = useMemo(() => paintMagnitude(grid, [-2.2, 1.8]), [grid])
  return (
    <Plot
      label={label}
      width={width}
      height={height}
      x={{ domain: SLOPES, name: names.slope }}
      y={{ domain: HEIGHTS, name: names.height }}
      raster={paint}
    >
      <Contour grid={grid} levels={LEVELS} numbersAt={0.88} />
      <Cross at={bestLine(moments)} name={names.best} />
      <Paths paths={paths} />
      <Arrows from={arrows.from} steps={arrows.steps} />
    </Plot>
  )
}
