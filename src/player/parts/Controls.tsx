import { memo, useRef, type ReactNode } from 'react'
import { Choice } from '../../ui/Choice.tsx'
import { Symbol } from '../../ui/Num.tsx'
import { ControlPages } from '../present/ControlPages.tsx'
import type { Settings } from '../useFigure.ts'
import { describeValue, shortLabel } from './describe.ts'
import { GROUP, type Groups } from './groups.ts'
import { ParamControl } from './ParamControl.tsx'
import { BOOK, listPresets, OWN, presentPreset, PRESET } from './presets.ts'

interface Props {
  settings: Settings
  groups: Groups | null
  /** On the phone one control is open in the tray. */
  open: string | null
  onOpen: (id: string | null) => void
}

interface ControlsProps extends Pick<Props, 'settings' | 'groups' | 'open'> {
  presenting: boolean
  /** Options of a choice stand below one another. */
  listed: boolean
}

const hasPresets = ({ spec, hidden }: Settings): boolean => spec.presets !== undefined && !hidden.has(PRESET)

/** Everything that can be set, in the order of its declaration; before an audience the first number and the first choice lead. */
export const Controls = memo(function Controls(props: ControlsProps) {
  const { settings, groups, open, presenting, listed } = props
  const { values, base, text, strings, locale, setValues } = settings
  const box = useRef<HTMLDivElement>(null)
  const controls = presenting ? leadersFirst(settings.controls) : settings.controls
  const group = (
    <div ref={box} className="fig-controls" role="group" aria-label={strings.controls}>
      {hasPresets(settings) && (
        <Slot id={PRESET} open={open === PRESET}>
          <PresetChoice settings={settings} />
        </Slot>
      )}
      {groups && (
        <Slot id={GROUP} open={open === GROUP}>
          <GroupChoice settings={settings} groups={groups} />
        </Slot>
      )}
      {controls.map(([id, param]) => (
        <Slot key={id} id={id} open={open === id}>
          <ParamControl
            id={id}
            param={param}
            value={values[id]}
            initial={base[id]}
            text={text}
            strings={strings}
            locale={locale}
            listed={listed}
            onChange={(value) => setValues({ [id]: value })}
          />
        </Slot>
      ))}
    </div>
  )
  return presenting ? (
    <>
      {group}
      <ControlPages of={box} strings={strings} />
    </>
  ) : (
    group
  )
})

/** One number and one choice are what an audience can follow: they come first, the rest on further pages. */
function leadersFirst(controls: Settings['controls']): Settings['controls'] {
  const number = controls.find(([, { kind }]) => kind === 'number' || kind === 'integer')
  const choice = controls.find(([, { kind }]) => kind === 'choice')
  const leads = controls.filter((control) => control === number || control === choice)
  return [...leads, ...controls.filter((control) => !leads.includes(control))]
}

function Slot({ id, open, children }: { id: string; open: boolean; children: ReactNode }) {
  return (
    <div className={open ? 'ctl-slot open' : 'ctl-slot'} data-param={id}>
      {children}
    </div>
  )
}

function nameOfPreset({ text, strings }: Settings, id: string): string {
  if (id === OWN) return strings.ownSettings
  return id === BOOK ? strings.bookSettings : (text.presets[id] ?? id)
}

function PresetChoice({ settings }: { settings: Settings }) {
  const { spec, values, base, strings, locale, setValues } = settings
  return (
    <Choice
      label={strings.preset}
      locale={locale}
      value={presentPreset(spec, values, base)}
      options={listPresets(spec, values, base).map((id) => ({ id, label: nameOfPreset(settings, id) }))}
      shape="select"
      onChange={(id) => {
        const chosen = id === BOOK ? base : spec.presets?.[id]
        if (chosen) setValues(chosen)
      }}
    />
  )
}

const nameOfGroup = ({ text }: Settings, id: string): string => text.groups?.[id] ?? id

function GroupChoice({ settings, groups }: { settings: Settings; groups: Groups }) {
  const { strings, locale } = settings
  return (
    <Choice
      label={strings.settings}
      hideLabel
      locale={locale}
      value={groups.open}
      options={groups.ids.map((id) => ({ id, label: nameOfGroup(settings, id) }))}
      onChange={groups.choose}
    />
  )
}

/** On the phone: the present values in a row; a tap opens one control in the tray, and the picture stays. */
export const FoldBar = memo(function FoldBar({ settings, groups, open, onOpen }: Props) {
  const { spec, values, base, text, strings } = settings
  const button = (id: string, label: string, value: string, symbol?: string): ReactNode => (
    <button
      key={id}
      type="button"
      aria-expanded={open === id}
      onClick={() => onOpen(open === id ? null : id)}
    >
      <span className="vh">{strings.setting}</span>
      {label} {symbol !== undefined && <Symbol text={symbol} />}
      <b>{value}</b>
    </button>
  )
  return (
    <div className="fold" role="group" aria-label={strings.controls}>
      {hasPresets(settings) &&
        button(PRESET, strings.preset, nameOfPreset(settings, presentPreset(spec, values, base)))}
      {groups && button(GROUP, strings.settings, nameOfGroup(settings, groups.open))}
      {settings.controls.map(([id, param]) =>
        button(id, shortLabel(text, id), describeValue(id, param, values[id], text, strings), param.symbol),
      )}
    </div>
  )
})
