import { useEffect, useRef, useState } from 'react'
import { Dialog } from '../Dialog.tsx'
import type { UiLocale } from '../strings.ts'
import { pictureStrings } from './pictureStrings.ts'
import { cameraProblem, takePixels, type Picture, type PictureProblem } from './readPicture.ts'

interface Props {
  locale: UiLocale
  onPicture: (picture: Picture) => void
  onProblem: (problem: PictureProblem) => void
  onClose: () => void
}

/** What the camera sees, until one picture is taken. It is let go as soon as the dialog closes. */
export function Camera({ locale, onPicture, onProblem, onClose }: Props) {
  const text = pictureStrings[locale]
  const video = useRef<HTMLVideoElement>(null)
  const [ready, setReady] = useState(false)
  const refused = useRef(onProblem)
  useEffect(() => {
    refused.current = onProblem
  }, [onProblem])
  useEffect(() => {
    let stream: MediaStream | null = null
    let closed = false
    const release = (): void => stream?.getTracks().forEach((track) => track.stop())
    const open = async (): Promise<void> => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      const element = video.current
      if (closed || !element) {
        release()
        return
      }
      element.srcObject = stream
      await element.play()
      setReady(true)
    }
    // Without a secure address there is no `mediaDevices`, which throws too.
    open().catch((error: unknown) => {
      release()
      if (!closed) refused.current(cameraProblem(error))
    })
    return () => {
      closed = true
      release()
    }
  }, [])
  const take = (): void => {
    const element = video.current
    const picture = element && takePixels(element, element.videoWidth, element.videoHeight)
    if (picture) onPicture(picture)
  }
  return (
    <Dialog open title={text.camera} locale={locale} onClose={onClose}>
      <video ref={video} className="picture-camera" muted playsInline />
      <p>{text.stays}</p>
      <button type="button" className="btn go" disabled={!ready} onClick={take}>
        {text.take}
      </button>
    </Dialog>
  )
}
