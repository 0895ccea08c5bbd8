import type { History } from '../protocol/history.ts'
import type { AnyParam, DeclaredParam } from '../protocol/params.ts'
import type { AnySpec } from '../protocol/spec.ts'

const write = (param: AnyParam, value: unknown): string => param.write(value as never)

/** The range of a parameter in words: `1e-5 … 10 (log)`, `relu | tanh`. */
export function rangeOf(declared: AnyParam): string {
  const param = declared as DeclaredParam
  switch (param.kind) {
    case 'number':
    case 'integer':
      return `${param.min} … ${param.max}${param.scale === 'log' ? ' (log)' : ''}`
    case 'seed':
    case 'matrix':
      return `${param.min} … ${param.max}`
    case 'toggle':
      return '0 | 1'
    case 'choice':
      return param.options.join(' | ')
    case 'text':
    case 'expression':
      return `at most ${param.maxLength} characters`
    case 'data':
      return 'files, given by --data'
    case 'list':
      return `${param.minLength} … ${param.maxLength} of (${rangeOf(param.item)}), separated by commas`
    case 'record':
      return Object.entries(param.fields)
        .map(([key, field]) => `${key}: ${rangeOf(field)}`)
        .join('; ')
    case 'points':
      return `at most ${param.maxLength} points x,y${param.classes > 1 ? ',label' : ''} in ${param.min} … ${param.max}`
  }
}

/** Lines of columns, each as wide as its widest cell. */
export function table(rows: readonly (readonly string[])[], indent = ''): string {
  const widths: number[] = []
  for (const row of rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)))
  return rows
    .map((row) => (indent + row.map((cell, i) => cell.padEnd(widths[i])).join('  ')).trimEnd())
    .join('\n')
}

/** One widget with its parameters, for `--list`. */
export function describeWidget(name: string, spec: AnySpec, computes: boolean): string {
  const { run } = spec
  const about = !computes || !run ? 'computes no model' : `${run.workload}, one step is one ${run.stepIs}`
  const params = Object.entries(spec.params).map(([key, param]) => [
    key,
    param.kind,
    `default ${write(param, param.default) || '(empty)'}`,
    rangeOf(param) + (param.live === true ? ', live' : '') + (param.look === true ? ', look' : ''),
  ])
  const presets = Object.keys(spec.presets ?? {})
  return [
    `${name} (${about})`,
    table(params, '  '),
    ...(presets.length > 0 ? [`  presets: ${presets.join(', ')}`] : []),
  ].join('\n')
}

const short = (x: number): string => (Number.isFinite(x) ? String(Number(x.toPrecision(5))) : String(x))
const MOST_ROWS = 16

/** Metrics over time: at most some twenty rows, evenly chosen, the last always among them. */
export function metricsTable(history: History): string {
  const ids = Object.keys(history.metrics)
  const count = history.steps.length
  const every = Math.max(1, Math.ceil(count / MOST_ROWS))
  const rows = history.steps.flatMap((step, row) =>
    row % every === 0 || row === count - 1
      ? [[String(step), ...ids.map((id) => short(history.metrics[id][row]))]]
      : [],
  )
  return table([['step', ...ids], ...rows], '  ')
}
