import type { ViewProps } from '../../protocol/view.ts'
import { Choice } from '../../ui/Choice.tsx'
import './view/timeline.css'
import type spec from './spec.ts'
import { FILTERS } from './spec.ts'
import { shownEntries } from './spec/shown.ts'
import { chinese, english } from './spec/story.ts'
import strings from './strings.ts'
import { Strip } from './view/Strip.tsx'

const TOLD = { en: english, zh: chinese }
/** Before an audience, what the strip takes. */
const STRIP = 360

/** The authors as a citation in this language names them. */
const inChinese = (by: string): string => by.replace(' & ', ' 和 ').replace(' et al.', ' 等')

/** All entries on one scale, then each in words with the work that says so. */
export default function View({ values, width, height, locale, set }: ViewProps<typeof spec>) {
  const { text, choices } = strings[locale]
  const shown = shownEntries(values.show)
  return (
    <>
      <Strip width={width} label={text.strip} names={choices.show} shown={shown} />
      <Choice
        label={text.show}
        hideLabel
        locale={locale}
        value={values.show}
        options={FILTERS.map((id) => ({ id, label: choices.show[id] }))}
        onChange={(show) => set({ show })}
        shape="select"
      />
      <ol
        className="tl-list"
        aria-label={text.list}
        {...(height === undefined ? {} : { tabIndex: 0, style: { maxHeight: height - STRIP } })}
      >
        {shown.map(({ source, year, by }) => {
          const told = TOLD[locale][source]
          return (
            <li key={source}>
              <time dateTime={String(year)}>{year}</time>
              <div>
                <p>
                  {told?.what}{' '}
                  <a className="ref" href={`../bibliography/#${source}`}>
                    {locale === 'zh' ? inChinese(by) : by}
                  </a>
                </p>
                {told?.correction !== undefined && <p className="tl-correction">{told.correction}</p>}
              </div>
            </li>
          )
        })}
      </ol>
    </>
  )
}
