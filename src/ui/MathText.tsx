import { Fragment } from 'react'
import { Num, Symbol } from './Num.tsx'

/** The sign of a partial derivative, from the maths face: the text faces have none. */
export function Partial() {
  return <span style={{ fontFamily: 'var(--math)' }}>∂</span>
}

/** A line of text with maths in it: `{u_21}` is a symbol in italics with its index, ∂ is set as maths, a power of ten is raised at the end of a run. */
export function MathText({ text }: { text: string }) {
  return text
    .split(/(\{[^}]*\}|∂)/)
    .map((part, index) => (
      <Fragment key={index}>
        {part === '∂' ? (
          <Partial />
        ) : part.startsWith('{') ? (
          <Symbol text={part.slice(1, -1)} />
        ) : (
          <Num text={part} />
        )}
      </Fragment>
    ))
}
