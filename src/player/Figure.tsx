import { useCallback, useLayoutEffect, useState } from 'react'
import type { FigureIslandInput } from './island.ts'
import { formatNumber } from '../i18n/number.ts'
import { CompareRow } from './compare/CompareRow.tsx'
import { useSummary } from './compare/useSummary.ts'
import { Controls, FoldBar } from './parts/Controls.tsx'
import { shortLabel } from './parts/describe.ts'
import { Dialogs, type Opened } from './parts/Dialogs.tsx'
import { useGroups } from './parts/groups.ts'
import { Head } from './parts/Head.tsx'
import { MoreRow } from './parts/MoreRow.tsx'
import { Notes } from './parts/Notes.tsx'
import { NumbersTable } from './parts/NumbersTable.tsx'
import { ProblemPanel } from './parts/ProblemPanel.tsx'
import { Stage } from './parts/Stage.tsx'
import { StatusLine } from './parts/StatusLine.tsx'
import { Summary } from './parts/Summary.tsx'
import { TransportRow } from './parts/TransportRow.tsx'
import { DRAWN_WIDTHS, drawnSize } from './parts/drawn.ts'
import { useWidth } from './parts/useWidth.ts'
import { digitKeys, PresenterKeys } from './present/PresenterKeys.tsx'
import { present, stopPresenting } from './present/presented.ts'
import { backendOf } from './run/model.ts'
import type { OpenSession } from './run/port.ts'
import { useFigure, type FigureState } from './useFigure.ts'
import { firstChoice, useFigureKeys } from './useFigureKeys.ts'
import { useHeatWarning } from './useHeatWarning.ts'
import { usePlayByItself } from './usePlayByItself.ts'
import { dismissPageNotes } from './values/pageSettings.ts'

/** One player for every widget: what surrounds a View, and the runs behind it. */
export function Figure(props: FigureIslandInput & { openSession: OpenSession }) {
  const [stage, width, height, measure] = useWidth<HTMLDivElement>(DRAWN_WIDTHS[props.drawn ?? 'wide'])
  const fig = useFigure(props, props.openSession, { width, height, size: drawnSize(width) })
  const { spec, model, commands, strings, presenting, comparing, hide, phase } = fig
  // Two pictures have the whole width of the figure.
  useLayoutEffect(measure, [measure, comparing])
  const [opened, setOpened] = useState<Opened | null>(null)
  const [tray, setTray] = useState<string | null>(props.home === true ? null : (fig.controls[0]?.[0] ?? null))
  const [table, setTable] = useState(false)
  const [words, setWords] = useState(false)
  const heat = useHeatWarning(model)
  usePlayByItself(fig.root, props.home === true && spec.run !== undefined, commands.play)

  const close = useCallback(() => setOpened(null), [])
  const playPause = (): void => (model.playing ? commands.pause() : commands.play())
  const togglePresent = (): void => (presenting ? stopPresenting() : present(fig.figure))
  const toggleTable = (): void => setTable((on) => !on)
  const toggleWords = (): void => setWords((on) => !on)
  const choice = firstChoice(fig)
  const digits = choice && {
    label: shortLabel(fig.text, choice[0]),
    keys: digitKeys(choice[1].options.length),
  }
  const endComparing = (side: 0 | 1): void => {
    fig.compare(side === 0 ? 'keep-a' : 'keep-b')
    // The button that was pressed goes with the comparison.
    if (!presenting) fig.root.current?.querySelector<HTMLElement>('.fig-head [aria-pressed]')?.focus()
  }
  const toggleComparing = (): void => (comparing ? endComparing(1) : fig.compare('begin'))
  useFigureKeys(fig, {
    playPause,
    compare: toggleComparing,
    reset: commands.reset,
    present: togglePresent,
    share: () => setOpened('share'),
    export: () => setOpened('export'),
    table: toggleTable,
    describe: toggleWords,
    help: () => setOpened('keys'),
  })
  const say = useSummary(fig)
  const grouped = useGroups(fig.settings)
  const controls = { settings: grouped.shown, groups: grouped.groups, open: tray, onOpen: setTray }
  const hasControls = !hide('controls') && (fig.controls.length > 0 || spec.presets !== undefined)
  return (
    <figure {...rootOf(fig)}>
      <Head
        fig={fig}
        recorded={recordedAt(fig)}
        onCompare={toggleComparing}
        onShare={() => setOpened('share')}
        onPresent={togglePresent}
        onExport={() => setOpened('export')}
      />
      {comparing && !presenting && <CompareRow fig={fig} onEnd={endComparing} />}
      <Stage fig={fig} stage={stage} />
      {hasControls && (
        <Controls
          {...controls}
          {...(presenting ? { settings: fig.settings, groups: null } : {})}
          presenting={presenting}
          listed={presenting && !comparing}
        />
      )}
      {spec.run && !hide('transport') && <TransportRow fig={fig} onPlay={playPause} />}
      {hasControls && !presenting && <FoldBar {...controls} />}
      <Notes
        fig={fig}
        heat={heat.shown}
        onDismiss={() => {
          fig.state.dismiss()
          commands.dismiss()
          dismissPageNotes()
          heat.dismiss()
        }}
      />
      {phase === 'problem' && model.problem && <ProblemPanel fig={fig} problem={model.problem} />}
      {!hide('caption') && (
        <figcaption
          dangerouslySetInnerHTML={{ __html: presenting ? firstSentence(fig.captionHtml) : fig.captionHtml }}
        />
      )}
      {!hide('status') && (
        <div className="fig-status">
          <StatusLine fig={fig} />
          <MoreRow
            strings={strings}
            onUndo={fig.canUndo ? fig.undo : null}
            table={table}
            words={words}
            onTable={toggleTable}
            onWords={toggleWords}
            onKeys={() => setOpened('keys')}
          />
        </div>
      )}
      <Summary say={say} running={phase === 'running'} visible={words} />
      {table && <NumbersTable fig={fig} />}
      {presenting && <PresenterKeys fig={fig} digits={digits} />}
      <Dialogs fig={fig} opened={opened} digits={digits} onTable={() => setTable(true)} onClose={close} />
    </figure>
  )
}

/** A caption's bold first sentence says what to see: that much is read from the back row. */
function firstSentence(html: string): string {
  return /^\s*<(b|strong)>.*?<\/\1>/s.exec(html)?.[0] ?? html
}

/** What the page, lectures and tests can see of the figure from outside. */
function rootOf(fig: FigureState) {
  const { spec, presenting, model } = fig
  const classes = [
    'fig',
    ...(spec.run ? [] : ['still']),
    ...(fig.home && !presenting ? ['home'] : []),
    ...(fig.comparing ? ['comparing'] : []),
    ...(presenting ? ['presented'] : []),
  ]
  return {
    ref: fig.root,
    id: `fig-${fig.figure}`,
    className: classes.join(' '),
    tabIndex: -1,
    'data-figure': fig.figure,
    'data-settings': Object.keys(spec.params).join(' '),
    'data-status': fig.phase,
    'data-step': fig.step,
    'data-backend': backendOf(model) ?? '',
    ...(presenting ? { role: 'dialog', 'aria-modal': true, 'aria-label': fig.title } : {}),
  }
}

function recordedAt({ recorded, strings, shown }: FigureState): string | null {
  if (!shown.recorded || recorded === null || recorded.step === 0) return null
  return strings.recorded(formatNumber(recorded.step))
}
