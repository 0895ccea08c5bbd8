import { Fragment } from 'react'
import { Partial } from '../../../ui/MathText.tsx'
import { Num, Symbol } from '../../../ui/Num.tsx'

/** Part of a formula: a symbol (`u_21`; `∂u_21` for the loss's slope along it) or plain signs and numbers. */
export type Piece = { readonly symbol: string } | string

/** A formula in a line of text. It breaks only between its terms. */
export function Pieces({ of }: { of: readonly Piece[] }) {
  return of.map((piece, index) => (
    <Fragment key={index}>
      {typeof piece === 'string' ? (
        <Num text={piece} />
      ) : piece.symbol.startsWith('∂') ? (
        <span style={{ whiteSpace: 'nowrap' }}>
          <Partial />
          <Symbol text="L" />/<Partial />
          <Symbol text={piece.symbol.slice(1)} />
        </span>
      ) : (
        <Symbol text={piece.symbol} />
      )}
    </Fragment>
  ))
}

/** Joins lists of pieces by a sign. */
export const joined = (lists: readonly (readonly Piece[])[], sign: string): Piece[] =>
  lists.flatMap((list, index) => (index === 0 ? list : [sign, ...list]))
