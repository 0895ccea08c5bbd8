import type { Line } from '../../../charts/lines.ts'
import type { Interval } from '../../../charts/pixels.ts'
import type { MemberView } from '../../../protocol/view.ts'
import type spec from '../spec.ts'
import { MEASURED_EVERY } from '../spec.ts'

type Member = MemberView<typeof spec>

/** The members without skips, then those with: each from the deepest to the shallowest. */
export function twinsOf(
  members: readonly Member[],
): readonly [plain: readonly Member[], skips: readonly Member[]] {
  return [members.filter(({ values }) => !values.skips), members.filter(({ values }) => values.skips)]
}

export const depthOf = ({ values }: Member): number => values.depth

/** Whether a run has come to grief long before the shown step: its last picture tells nothing any more. */
export const isBroken = ({ history }: Member, step: number): boolean =>
  history.steps.length > 0 && (history.steps.at(-1) ?? 0) + MEASURED_EVERY < step

/** Losses against the updates, one line per depth; a broken run's ends in a cross and the word for it. */
export function lossLines(
  members: readonly Member[],
  name: (depth: number) => string,
  step: number,
  diverged: string,
): Line[] {
  const broken = members.filter((member) => isBroken(member, step))
  // Crosses may fall on one another: the first bears the words for all.
  const words = `${broken.map((member) => name(depthOf(member))).join(', ')}: ${diverged}`
  return members.map((member, index) => ({
    id: member.id,
    name: name(depthOf(member)),
    x: member.history.steps,
    y: member.history.metrics['loss'] ?? [],
    ...lookOf(index),
    ...(broken.includes(member) ? { diverged: member === broken[0] ? words : '' } : {}),
  }))
}

/** One number per hidden layer, the layer next to the input first. */
export function profileLines(
  members: readonly Member[],
  profile: 'gradient' | 'variety',
  name: (depth: number) => string,
  step: number,
): Line[] {
  return members.flatMap((member, index) =>
    member.frame && !isBroken(member, step)
      ? [
          {
            id: member.id,
            name: name(depthOf(member)),
            x: Array.from(member.frame[profile], (_, layer) => layer + 1),
            y: member.frame[profile],
            ...lookOf(index),
          },
        ]
      : [],
  )
}

function lookOf(index: number): Pick<Line, 'role' | 'dash' | 'color'> {
  return index === 0
    ? { role: 'train', color: 'var(--ink)' }
    : { role: 'reference', dash: index - 1, color: 'var(--ink)' }
}

/** Whole decades that hold all of some positive numbers, within limits. */
export function decades(lines: readonly Line[], [least, most]: Interval): Interval {
  const values = lines
    .flatMap(({ y }) => Array.from(y))
    .filter((value) => value > 0 && Number.isFinite(value))
  if (values.length === 0) return [least, most]
  const low = Math.max(least, 10 ** Math.floor(Math.log10(Math.min(...values))))
  const high = Math.min(most, 10 ** Math.ceil(Math.log10(Math.max(...values)) + 1e-9))
  return [low, Math.max(high, 10 * low)]
}

/** What is exactly zero runs along the bottom, where a logarithm has no place for it. */
export function onTheFloor(lines: readonly Line[], floor: number): Line[] {
  return lines.map((line) => ({ ...line, y: Array.from(line.y, (value) => Math.max(value, floor)) }))
}
