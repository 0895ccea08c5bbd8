import { useEffect, useRef, useState } from 'react'
import { Icon } from '../../ui/icons.tsx'
import { compareStrings } from '../compare/strings.ts'
import { largeNote } from '../parts/Notes.tsx'
import type { FigureState } from '../useFigure.ts'
import { linkTo } from '../values/pageUrl.ts'

/** Whether the settings name files that only this device has. */
const namesFiles = ({ spec, sides }: FigureState): boolean =>
  Object.entries(spec.params).some(
    ([key, { kind }]) => kind === 'data' && sides.some(({ values }) => values[key] !== ''),
  )

/** The link with every setting that was changed, ready to be copied. */
export function ShareContent({ fig }: { fig: FigureState }) {
  const { strings, state, figure } = fig
  const words = strings.shareDialog
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const [link] = useState(() => linkTo(figure, state.texts))
  useEffect(() => field.current?.select(), [])
  const copy = (): void => {
    const done = (): void => setCopied(true)
    field.current?.select()
    navigator.clipboard.writeText(link).then(done, () => undefined)
  }
  const changed = Object.keys(state.texts).length > 0
  return (
    <div className="share">
      <p>{changed ? words.explain : words.plain}</p>
      {namesFiles(fig) && <p>{words.ownFiles}</p>}
      {fig.comparing && <p>{compareStrings[fig.locale].shared}</p>}
      {fig.model.acts.length > 0 && <p>{words.byHand}</p>}
      <label className="share-link">
        <span className="vh">{words.link}</span>
        <input ref={field} className="field" type="text" readOnly value={link} />
        <button type="button" className="btn go" onClick={copy}>
          <Icon name={copied ? 'check' : 'copy'} />
          <span aria-live="polite">{copied ? words.copied : words.copy}</span>
        </button>
      </label>
      {state.large.length > 0 && <p className="warn">{largeNote(fig)}</p>}
    </div>
  )
}
