import { memo, useMemo } from 'react'
import { ImageSheet } from '../../../charts/ImageSheet.tsx'
import type { Locale } from '../../../protocol/view.ts'
import { recipeOf, SIDE, type AugmentationValues } from '../spec.ts'
import { Original } from './Original.tsx'
import { Switches } from './Switches.tsx'
import { makeVariants, originalOf } from './variants.ts'

interface Shown {
  /** One image of each digit, as bytes: [10, 784]. */
  originals: Uint8Array
  values: AugmentationValues
  width: number
}

/** The originals come anew with every frame of the training, and are the same. */
const sameShown = (before: Shown, after: Shown): boolean =>
  before.values === after.values &&
  before.width === after.width &&
  before.originals.length === after.originals.length &&
  before.originals.every((byte, i) => byte === after.originals[i])

interface GalleryProps extends Shown {
  locale: Locale
  set: (values: Partial<AugmentationValues>) => void
  text: Readonly<Record<'original' | 'asWritten' | 'choose' | 'digit' | 'alone' | 'switches', string>>
}

/** One image, and what each transform alone makes of it. */
export const Gallery = memo(function Gallery({ originals, values, locale, set, text, width }: GalleryProps) {
  const wide = width >= 520
  const original = useMemo(() => originalOf(originals, values.digit), [originals, values.digit])
  return (
    <div className={wide ? 'aug-gallery' : 'aug-gallery narrow'}>
      <Original image={original} size={wide ? 148 : 112} digit={values.digit} set={set} text={text} />
      <Switches
        original={original}
        values={values}
        locale={locale}
        size={wide ? 72 : 64}
        set={set}
        text={text}
      />
    </div>
  )
}, sameShown)

interface VariantsProps extends Shown {
  columns: number
  count: number
  text: Readonly<Record<'sheet' | 'sheetLabel' | 'off', string>>
}

/** What all transforms that are on make of the image together, draw after draw. */
export const Variants = memo(function Variants(props: VariantsProps) {
  const { originals, values, columns, count, width, text } = props
  const images = useMemo(
    () => makeVariants(originalOf(originals, values.digit), values, count),
    [originals, values, count],
  )
  return (
    <div className="aug-read">
      <p>{recipeOf(values).length > 0 ? text.sheet : text.off}</p>
      <ImageSheet images={images} side={SIDE} columns={columns} width={width} label={text.sheetLabel} />
    </div>
  )
}, sameShown)
