import { splitPower } from '../i18n/number.ts'

/** A formatted number in the page, its power of ten truly raised. */
export function Num({ text }: { text: string }) {
  const { base, exponent } = splitPower(text)
  return (
    <>
      {base}
      {exponent !== '' && <sup>{exponent}</sup>}
    </>
  )
}

/** A maths symbol in italics; what follows an underscore is its index: `w_1`. */
export function Symbol({ text, className = 'sy' }: { text: string; className?: string }) {
  // Words and indices in turn: letters or digits that follow an underscore.
  const pieces = text.split(/_([a-z]+|\d+)/i)
  return (
    <i className={className}>
      {pieces.map((piece, i) => (i % 2 === 1 ? <sub key={i}>{piece}</sub> : piece))}
    </i>
  )
}
