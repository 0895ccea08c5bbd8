import { useMemo } from 'react'
import type { CellFrame } from '../../../charts/CellMap.tsx'
import { formatNumber } from '../../../i18n/number.ts'
import type { Maps } from '../spec/frame.ts'
import { toPixels, type Patch } from '../spec/places.ts'
import type { Text } from '../strings/shared.ts'
import { largestSize, paintOver } from './paint.ts'
import { Picture, type Pointing } from './Picture.tsx'

interface Props extends Pointing {
  maps: Maps
  image: Uint8Array
  patch: Patch
  width: number
  column: number
  spoken: string
  text: Text
  unnamed?: boolean
  /** A line under each. */
  notes?: readonly string[]
}

const KINDS = ['gradient', 'product', 'occlusion'] as const

/** The three maps, each on a scale of its own. */
export function MapPictures({ maps, image, patch, unnamed = false, notes, text, ...rest }: Props) {
  const pictures = useMemo(() => {
    const { gradient, product, occlusion } = maps
    return [gradient, product, toPixels(occlusion, patch)].map((values) => {
      const limit = largestSize(values)
      return { limit, paint: paintOver(values, limit, image) }
    })
  }, [maps, image, patch])
  return pictures.map(({ limit, paint }, i) => {
    const kind = KINDS[i] ?? 'gradient'
    const [low, high] = [-limit, limit].map((end) => formatNumber(end, { significant: 2 }))
    const note = notes?.[i]
    return (
      <Picture
        key={kind}
        {...rest}
        name={unnamed ? '' : text[kind]}
        label={text[`${kind}Label`]}
        paint={paint}
        frames={frameAt(rest.at, kind === 'occlusion' ? patch.stride : 1)}
        scale={{ ramp: 'diverging', low: low ?? '', high: high ?? '' }}
        {...(note === undefined ? {} : { note })}
      />
    )
  })
}

/** The cell that holds the pixel. */
function frameAt(at: Pointing['at'], side: number): CellFrame[] {
  if (!at) return []
  const [row, column] = [at.row, at.column].map((place) => Math.floor(place / side) * side)
  return [{ row: row ?? 0, column: column ?? 0, rows: side, columns: side, kind: 'window' }]
}
