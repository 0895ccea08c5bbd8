import { useContext } from 'react'
import { ClassMark, type LineRole, referenceDash } from './marks.tsx'
import { FigureScale } from './scale.ts'

export type KeyMark =
  | { readonly class: number; readonly open?: boolean }
  | { readonly line: LineRole; readonly dash?: number }
  | { readonly ramp: 'diverging' | 'magnitude' | 'ink'; readonly low: string; readonly high: string }

export interface KeyItem {
  readonly id: string
  readonly name: string
  readonly mark: KeyMark
}

/** The key row under a picture: for marks; lines carry their own names. */
export function Key({ items }: { items: readonly KeyItem[] }) {
  const { big } = useContext(FigureScale)
  return (
    <ul className={big ? 'key big' : 'key'}>
      {items.map(({ id, name, mark }) => (
        <li key={id}>
          {'ramp' in mark ? <Ramp mark={mark} /> : <Sample mark={mark} big={big} />}
          {name}
        </li>
      ))}
    </ul>
  )
}

const RAMPS = {
  diverging: 'linear-gradient(90deg, var(--neg), var(--neg-soft), var(--zero), var(--pos-soft), var(--pos))',
  magnitude: 'linear-gradient(90deg, var(--mag-0), var(--mag-1))',
  ink: 'linear-gradient(90deg, var(--plate), var(--ink))',
}

function Ramp({ mark }: { mark: Extract<KeyMark, { ramp: string }> }) {
  return (
    <>
      {mark.low}
      <span className="ramp" style={{ background: RAMPS[mark.ramp] }} />
      {mark.high}
    </>
  )
}

function Sample({ mark, big }: { mark: Exclude<KeyMark, { ramp: string }>; big: boolean }) {
  if ('class' in mark) {
    return (
      <svg viewBox="0 0 14 14" aria-hidden="true">
        <ClassMark x={7} y={7} kind={mark.class} open={mark.open ?? false} size={4.5} />
      </svg>
    )
  }
  return <LineSample role={mark.line} dash={mark.dash ?? 0} big={big} />
}

/** A short piece of a line, for keys and choices. */
export function LineSample({
  role,
  dash = 0,
  big = false,
}: {
  role: LineRole
  dash?: number
  big?: boolean
}) {
  const dashes = role === 'test' ? '6 4' : role === 'reference' ? referenceDash(dash, big) : undefined
  const color = role === 'yours' ? 'var(--live)' : role === 'reference' ? 'var(--ref)' : 'var(--ink)'
  const width = role === 'yours' ? 2.75 : 2
  return (
    <svg
      className="line"
      width={big ? 44 : 28}
      height={big ? 8 : 6}
      viewBox={big ? '0 0 44 8' : '0 0 28 6'}
      aria-hidden="true"
    >
      <path
        d={big ? 'M2 4H42' : 'M1 3H27'}
        stroke={color}
        strokeWidth={big ? width * 1.8 : width}
        strokeDasharray={dashes}
        strokeLinecap={role === 'reference' ? 'round' : 'butt'}
      />
    </svg>
  )
}
