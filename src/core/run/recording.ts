/**
 * Which steps are measured: fixed numbers, whatever the speed and the screen. Records stand `every` steps apart. The first
 * 1,000 are all taken; then 500 of each doubling (every 2nd, every 4th …). When that would make more than 4,000 points,
 * the doublings are thinned to 250 each, later to 125.
 */

const DENSE = 1000
const OCTAVES_AT_FULL_DENSITY = 6

/** How often the dense part has doubled when record r is taken: 0 below 1,000, 1 below 2,000, 2 below 4,000 … */
function octave(record: number): number {
  let doublings = 0
  for (let limit = DENSE; record >= limit; limit *= 2) doublings++
  return doublings
}

/** Distance between the kept records around `record` in a run that has reached record `reached`. */
function stride(record: number, reached: number): number {
  const doublings = octave(record)
  if (doublings === 0) return 1
  let thinned = 1
  for (let room = OCTAVES_AT_FULL_DENSITY; octave(reached) > room; room *= 2) thinned *= 2
  return 2 ** doublings * thinned
}

/** The first step after `step` at which a run is measured; −1 gives step 0. */
export function nextRecordedStep(step: number, every: number): number {
  const record = Math.floor(step / every) + 1
  const spacing = stride(record, record)
  return Math.ceil(record / spacing) * spacing * every
}

/** Whether the row of `step` is still kept when the run has reached step `reached`. */
export function isKeptRow(step: number, reached: number, every: number): boolean {
  const record = step / every
  return record % stride(record, Math.floor(reached / every)) === 0
}

/** Whether rows must be thinned on reaching this step. */
export function thinsAt(step: number, every: number): boolean {
  const record = step / every
  return record > 0 && stride(DENSE, record) !== stride(DENSE, record - 1)
}
