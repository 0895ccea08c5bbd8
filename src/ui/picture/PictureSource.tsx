import { useState } from 'react'
import { inkOf, invertInk, isLightOnDark, type InkImage } from '../../math/readerImage.ts'
import { Choice } from '../Choice.tsx'
import { Icon } from '../icons.tsx'
import type { UiLocale } from '../strings.ts'
import { Camera } from './Camera.tsx'
import './picture.css'
import { pictureStrings } from './pictureStrings.ts'
import { pickFile, readPicture, type Picture, type PictureProblem } from './readPicture.ts'

type Polarity = 'guess' | 'dark' | 'light'

interface Props {
  locale: UiLocale
  /** Each picture, and again when the reader says that it is the other way round. `ink` has been inverted where needed. */
  onPicture: (picture: Picture, ink: InkImage) => void
  /** Ink and paper may be exchanged: offered for writing, not for photographs. */
  writing?: boolean
}

/** A picture from the reader: a file, a drop, a paste, or the camera. Nothing leaves the page, and the file is not stored. */
export function PictureSource({ locale, onPicture, writing = false }: Props) {
  const text = pictureStrings[locale]
  const [picture, setPicture] = useState<Picture | null>(null)
  const [problem, setProblem] = useState<PictureProblem | null>(null)
  const [polarity, setPolarity] = useState<Polarity>('guess')
  const [filming, setFilming] = useState(false)
  const [light, setLight] = useState(false)

  const give = (given: Picture, as: Polarity): void => {
    const ink = inkOf(given.rgba, given.width, given.height)
    const turned = writing && (as === 'guess' ? isLightOnDark(ink) : as === 'light')
    setLight(turned)
    onPicture(given, turned ? invertInk(ink) : ink)
  }
  const take = (given: Picture): void => {
    setProblem(null)
    setFilming(false)
    setPicture(given)
    give(given, polarity)
  }
  const refuse = (reason: PictureProblem): void => {
    setFilming(false)
    setProblem(reason)
  }
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const result = await readPicture(file)
    if (result.picture) take(result.picture)
    else refuse(result.problem)
  }
  const size = ({ width, height }: { width: number; height: number }): string => `${width} × ${height}`
  return (
    <div
      className="picture-source"
      role="group"
      aria-label={text.choose}
      tabIndex={0}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        event.stopPropagation()
        void open(pickFile(event.dataTransfer))
      }}
      onPaste={(event) => void open(pickFile(event.clipboardData))}
    >
      <div className="picture-ways">
        <label className="picture-file">
          <span className="btn">
            <Icon name="upload" />
            {text.choose}
          </span>
          <input
            type="file"
            className="vh"
            accept="image/png,image/jpeg,image/webp"
            onChange={(event) => {
              void open(event.currentTarget.files?.[0])
              // The same file may be chosen again.
              event.currentTarget.value = ''
            }}
          />
        </label>
        <button type="button" className="btn" onClick={() => setFilming(true)}>
          {text.camera}
        </button>
      </div>
      <p>
        {text.dropHere} {text.stays}
      </p>
      {problem !== null && (
        <p className="warn" role="alert">
          {text.problems[problem]}
        </p>
      )}
      {picture?.from && <p role="status">{text.scaled(size(picture.from), size(picture))}</p>}
      {writing && picture && (
        <>
          <Choice
            label={text.polarity}
            locale={locale}
            value={polarity}
            options={[
              { id: 'guess', label: text.automatic },
              { id: 'dark', label: text.darkOnLight },
              { id: 'light', label: text.lightOnDark },
            ]}
            onChange={(as) => {
              setPolarity(as)
              give(picture, as)
            }}
          />
          {polarity === 'guess' && <p role="status">{text.guessed(light)}</p>}
        </>
      )}
      {filming && (
        <Camera locale={locale} onPicture={take} onProblem={refuse} onClose={() => setFilming(false)} />
      )}
    </div>
  )
}
