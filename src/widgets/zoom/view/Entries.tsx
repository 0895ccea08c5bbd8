import type { WindowTerm } from '../../../math/convolution.ts'

interface Props {
  title: string
  size: number
  /** Of one channel, row after row. */
  terms: readonly WindowTerm[]
  /** Side of a cell, in px. */
  cell: number
  tone: (term: WindowTerm) => string
  write: (term: WindowTerm) => string
  /** Each number is a unit of the layer before, and opens it. */
  label?: (term: WindowTerm) => string
  onOpen?: (term: WindowTerm) => void
}

/** One number of each product, laid out as the window is. */
export function Entries({ title, size, terms, cell, tone, write, label, onOpen }: Props) {
  return (
    <table className={onOpen ? 'zm-entries open' : 'zm-entries'} {...(onOpen ? { 'data-grid': size } : {})}>
      <caption>{title}</caption>
      <tbody>
        {Array.from({ length: size }, (_, row) => (
          <tr key={row}>
            {terms.slice(row * size, (row + 1) * size).map((term, column) => (
              <td key={column} style={{ width: cell, height: Math.min(cell, 36), background: tone(term) }}>
                {onOpen ? (
                  <button
                    type="button"
                    tabIndex={row + column === 0 ? 0 : -1}
                    aria-label={label?.(term)}
                    onClick={() => onOpen(term)}
                  >
                    {write(term)}
                  </button>
                ) : (
                  write(term)
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
