import { useState } from 'react'
import { loadPng, loadSvg } from '../../charts/download.ts'
import type { Download } from '../../protocol/spec.ts'
import { Icon } from '../../ui/icons.tsx'
import { letterOf, runId } from '../compare/sideNames.ts'
import { compareStrings } from '../compare/strings.ts'
import { toCsv } from '../parts/tableRows.ts'
import type { FigureState } from '../useFigure.ts'

/** The picture as it stands, and everything that was measured. */
export function ExportContent({ fig, onTable }: { fig: FigureState; onTable: () => void }) {
  const { strings, spec, shown, root, figure } = fig
  const words = strings.exportDialog
  const [failed, setFailed] = useState(false)
  const measured = shown.histories.some((history) => history.steps.length > 0)
  const name = `${figure}-${shown.step}`
  const picture = async (kind: 'svg' | 'png'): Promise<void> => {
    const stage = root.current?.querySelector('.fig-stage')
    if (!(stage instanceof HTMLElement)) return
    try {
      if (kind === 'png') save(await loadPng(stage), `${name}.png`)
      else save(new Blob([await loadSvg(stage)], { type: 'image/svg+xml' }), `${name}.svg`)
    } catch {
      setFailed(true)
    }
  }
  const table = (): void => {
    const members = shown.members.map((_, i) => ({ id: runId(fig, i), history: shown.histories[i] }))
    const csv = toCsv(members, Object.keys(spec.run?.metrics ?? {}))
    save(new Blob([csv], { type: 'text/csv' }), `${name}.csv`)
  }
  const take = async (question: unknown, side: number): Promise<void> => {
    const run = Math.max(
      0,
      shown.members.findIndex((member) => member.side === side),
    )
    const { files } = (await fig.commands.ask(question, run)) as Download
    for (const { name: file, type, content } of files) save(new Blob([content], { type }), file)
  }
  const exports = Object.entries(spec.exports ?? {}).flatMap(([id, question]) =>
    fig.sides.map(({ key }, side) => {
      const label = fig.text.exports?.[id] ?? id
      const { fileOf } = compareStrings[fig.locale]
      return {
        id: `${id}-${key}`,
        question,
        side,
        label: fig.comparing ? fileOf(label, letterOf(side)) : label,
      }
    }),
  )
  const idle = fig.phase === 'idle'
  return (
    <div className="export">
      <button type="button" className="btn" onClick={() => void picture('png')}>
        <Icon name="download" />
        {words.png}
      </button>
      <button type="button" className="btn" onClick={() => void picture('svg')}>
        <Icon name="download" />
        {words.svg}
      </button>
      {spec.run && (
        <button type="button" className="btn" disabled={!measured} onClick={table}>
          <Icon name="download" />
          {words.csv}
        </button>
      )}
      {exports.map(({ id, question, side, label }) => (
        <button
          key={id}
          type="button"
          className="btn"
          disabled={idle}
          onClick={() => void take(question, side).catch(() => setFailed(true))}
        >
          <Icon name="download" />
          {label}
        </button>
      ))}
      <button type="button" className="btn" onClick={onTable}>
        <Icon name="table" />
        {words.numbers}
      </button>
      {spec.run && !measured && <p>{words.csvEmpty}</p>}
      {spec.exports && idle && <p>{words.modelEmpty}</p>}
      {failed && <p className="warn">{words.failed}</p>}
    </div>
  )
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
