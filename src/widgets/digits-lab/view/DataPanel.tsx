import { fill } from '../../../i18n/fill.ts'
import { pairFiles } from '../../../math/idxPairs.ts'
import { namesIn } from '../../../protocol/data.ts'
import type { ViewProps } from '../../../protocol/view.ts'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { FileSource } from '../../../ui/shelf/FileSource.tsx'
import type spec from '../spec.ts'
import type { LabValues } from '../spec/params.ts'
import type { LabData } from '../spec/traffic.ts'
import { type Text } from '../strings/shared.ts'
import { SourceChoices } from './SourceChoices.tsx'
import { KIND, type LabFiles } from './useFiles.ts'
import { MADE_UP, type Sources } from './useSources.ts'
import { wordData, wordEntry, wordPairProblem, wordRefused } from './wordFiles.ts'

interface Props extends Pick<ViewProps<typeof spec>, 'locale'> {
  values: LabValues
  files: LabFiles
  /** What the run has. */
  data: LabData
  text: Text
  onFiles: (given: readonly File[]) => void
  onSources: (chosen: Partial<Sources>) => void
}

/** Where the images of the lab come from: made up from the seed, or files of the reader's. */
export function DataPanel({ values, files, data, locale, text, onFiles, onSources }: Props) {
  const { entries, refused, reading, state } = files
  const { training, testing, problems } = pairFiles(entries)
  const here = new Set(entries.map(({ name }) => name))
  const named = [...namesIn(values.training), ...namesIn(values.testing)]
  const absent = state.recalled && named.some((name) => !here.has(name))
  return (
    <div className="lab-data">
      {(absent || data.missing) && (
        <ProblemPanel tone="notice" title={text.missing} text={text.missingText}>
          <button type="button" className="btn" onClick={() => onSources(MADE_UP)}>
            {text.useMadeUp}
          </button>
        </ProblemPanel>
      )}
      <Disclosure title={fill(text.data, { what: wordData(data, text) })} open={files.touched || absent}>
        <FileSource
          locale={locale}
          kind={KIND}
          onFiles={onFiles}
          onForget={() => {
            files.clear()
            onSources(MADE_UP)
          }}
        >
          <p>{text.filesHelp}</p>
          <div role="status">
            {reading !== null && <p>{fill(text.reading, { title: reading })}</p>}
            {entries.length > 0 && (
              <ul className="lab-files">
                {entries.map((entry) => (
                  <li key={entry.name}>{wordEntry(entry, text)}</li>
                ))}
              </ul>
            )}
          </div>
          <div role="alert">
            {refused.map((file, i) => (
              <p key={i} className="warn">
                {wordRefused(file, text)}
              </p>
            ))}
            {reading === null &&
              problems.map((problem, i) => (
                <p key={i} className="warn">
                  {wordPairProblem(problem, text)}
                </p>
              ))}
          </div>
          {(training ?? testing) && (
            <SourceChoices
              values={values}
              training={training}
              testing={testing}
              locale={locale}
              text={text}
              onSources={onSources}
            />
          )}
        </FileSource>
      </Disclosure>
    </div>
  )
}
