import { formatNumber } from '../../../i18n/number.ts'
import { mean, standardDeviation } from '../../../math/statistics.ts'
import type { BenchFrame } from '../spec.ts'

export type Measure = 'loss' | 'error'

/** Test minus training, seed by seed. */
export function gapsOf(frame: BenchFrame, measure: Measure): number[] {
  const [train, test] = measure === 'loss' ? [frame.train, frame.test] : [frame.trainError, frame.testError]
  return Array.from(test, (value, i) => value - (train[i] ?? 0))
}

/** A loss with two decimals, an error in percent. */
export function write(value: number, measure: Measure): string {
  return measure === 'loss'
    ? formatNumber(value, { digits: 2 })
    : `${formatNumber(value * 100, { digits: 1 })}%`
}

/** "0.71 ± 0.20": mean and standard deviation over the seeds. */
export function meanAndSpread(values: readonly number[], measure: Measure) {
  const [centre, deviation] = [mean(values), values.length > 1 ? standardDeviation(values, true) : 0]
  return { mean: centre, deviation, said: `${write(centre, measure)} ± ${write(deviation, measure)}` }
}

/** With how many seeds the twin's gap is the smaller. */
export const wins = (twin: readonly number[], plain: readonly number[]): number =>
  twin.filter((gap, i) => gap < (plain[i] ?? Number.NaN)).length
