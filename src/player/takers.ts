import { useMemo } from 'react'
import type { Taker } from '../protocol/view.ts'
import { sendFigureEvent, type TakerFacts } from './island.ts'
import { presentOther } from './present/presented.ts'

/** The figures of the page that take what a View offers, by the offer's id. */
export function useTakers(
  facts: Readonly<Record<string, TakerFacts>> | undefined,
  presenting: boolean,
): Readonly<Record<string, Taker>> {
  return useMemo(
    () =>
      Object.fromEntries(
        Object.entries(facts ?? {}).map(([offer, { figure, number }]): [string, Taker] => {
          // A figure that still sleeps is set once it has woken: the page keeps what it could not hear.
          const take: Taker['take'] = (values) => {
            sendFigureEvent('figure:set', { figure, values })
            if (presenting) presentOther(figure)
            else goTo(figure)
          }
          return [offer, { number, take }]
        }),
      ),
    [facts, presenting],
  )
}

/** As a link goes there: the browser's own way back leads back. */
function goTo(figure: string): void {
  location.hash = `fig-${figure}`
  document.getElementById(`fig-${figure}`)?.focus({ preventScroll: true })
}
