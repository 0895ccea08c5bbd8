import type { History } from '../../protocol/history.ts'

export interface Table {
  readonly columns: readonly { readonly member: string; readonly metric: string }[]
  readonly rows: readonly { readonly step: number; readonly cells: readonly (number | null)[] }[]
  /** How many measurements there are, shown or not. */
  readonly all: number
}

/** Histories of several members as one table by step; at most `most` rows, evenly spaced, the last one included. */
export function tableRows(
  members: readonly { readonly id: string; readonly history: History | undefined }[],
  metrics: readonly string[],
  most = Infinity,
): Table {
  const columns = members.flatMap(({ id }) => metrics.map((metric) => ({ member: id, metric })))
  const steps = [...new Set(members.flatMap(({ history }) => history?.steps ?? []))].sort((a, b) => a - b)
  const kept =
    steps.length <= most
      ? steps
      : Array.from({ length: most }, (_, i) => steps[Math.round((i * (steps.length - 1)) / (most - 1))] ?? 0)
  const indices = members.map(({ history }) => new Map(history?.steps.map((step, i) => [step, i])))
  const rows = kept.map((step) => ({
    step,
    cells: members.flatMap(({ history }, m) => {
      const at = indices[m]?.get(step)
      return metrics.map((metric) => (at === undefined ? null : (history?.metrics[metric]?.[at] ?? null)))
    }),
  }))
  return { columns, rows, all: steps.length }
}

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text)

/** Comma-separated, full precision, ids as headings: for programs. */
export function toCsv(
  members: readonly { readonly id: string; readonly history: History | undefined }[],
  metrics: readonly string[],
): string {
  const { columns, rows } = tableRows(members, metrics)
  const several = members.length > 1
  const head = ['step', ...columns.map(({ member, metric }) => (several ? `${member}.${metric}` : metric))]
  const lines = rows.map(({ step, cells }) => [
    step,
    ...cells.map((cell) => (cell === null ? '' : String(cell))),
  ])
  return [head.map(quoted), ...lines].map((line) => line.join(',')).join('\n') + '\n'
}
