import { formatNumber } from '../../../i18n/number.ts'
import type { History } from '../../../protocol/history.ts'

interface Props {
  runs: readonly { readonly id: string; readonly name: string; readonly history: History }[]
  /** `Mean since update 100: {list}.` */
  words: string
  between: string
  /** Height that the caller keeps free for it. */
  height: number
}

/** By then every run has come near; from here on it trembles. */
const SETTLED = 100
/** Fewer say little. */
const FEWEST = 20

/** How high each run trembles above the best line: the mean of its excess loss since update 100. */
export function Means({ runs, words, between, height }: Props) {
  const parts = runs.flatMap(({ name, history }) => {
    const from = history.steps.findIndex((step) => step > SETTLED)
    const excess = from < 0 ? [] : (history.metrics['excess'] ?? []).slice(from)
    if (excess.length < FEWEST) return []
    const mean = excess.reduce((sum, value) => sum + value, 0) / excess.length
    return [`${name} ${formatNumber(mean, { significant: 2 })}`]
  })
  return (
    <p style={{ margin: 0, height, font: '400 14px/20px var(--sans)', color: 'var(--ink-2)' }}>
      {parts.length > 0 && words.replace('{list}', parts.join(between))}
    </p>
  )
}
