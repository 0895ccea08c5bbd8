/** What was measured, at fixed step numbers: the curve, the table and the CSV are all this. */
export interface History {
  readonly steps: readonly number[]
  /** Per metric id, one number for each of `steps`. NaN and ±∞ are kept: a diverged run shows as such. */
  readonly metrics: Readonly<Record<string, readonly number[]>>
}

/** Rows added since the last frame, and whether everything before `from` stays (a branch cuts the tail off). */
export interface HistoryUpdate {
  /** Keep the rows with step < from (0 clears all), then append. */
  readonly from: number
  readonly rows: History
}

export const emptyHistory: History = { steps: [], metrics: {} }

/** Applies an update; returns a new history. Rows at or after `from` are dropped first. */
export function updateHistory(history: History, update: HistoryUpdate): History {
  const cut = history.steps.findIndex((s) => s >= update.from)
  const keep = cut < 0 ? history.steps.length : cut
  const ids = new Set([...Object.keys(history.metrics), ...Object.keys(update.rows.metrics)])
  const metrics: Record<string, readonly number[]> = {}
  for (const id of ids) {
    // What was not measured before, or is not any more, has no number there.
    const before = history.metrics[id] ?? new Array<number>(keep).fill(NaN)
    const added = update.rows.metrics[id] ?? new Array<number>(update.rows.steps.length).fill(NaN)
    metrics[id] = [...before.slice(0, keep), ...added]
  }
  return { steps: [...history.steps.slice(0, keep), ...update.rows.steps], metrics }
}
