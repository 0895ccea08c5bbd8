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
  const [base = '', index] = text.split('_')
  return (
    <i className={className}>
      {base}
      {index !== undefined && <sub>{index}</sub>}
    </i>
  )
}
