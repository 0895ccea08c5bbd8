import {
  createContext,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useId,
  useState,
  type ReactNode,
} from 'react'
import type { Interval } from './pixels.ts'

/**
 * Pictures that are to be compared: charts of the same kind take the widest domain that any of them needs, so that equal
 * heights mean equal numbers, and a place that is read in one is read in all. What is of the same kind says its key.
 */
interface Links {
  claim(key: string, owner: string, domain: Interval): void
  release(key: string, owner: string): void
  point(key: string, place: number | null): void
  onDomain(key: string, listen: (domain: Interval) => void): () => void
  onPoint(key: string, listen: (place: number | null) => void): () => void
}

const LinksContext = createContext<Links | null>(null)

/** Links the charts inside, while `on`. */
export function LinkedCharts({ on, children }: { on: boolean; children: ReactNode }) {
  const [links] = useState(makeLinks)
  return <LinksContext value={on ? links : null}>{children}</LinksContext>
}

/** The domain to draw: one's own, widened to what charts of the same key need. */
export function useLinkedDomain(key: string, own: Interval): Interval {
  const links = useContext(LinksContext)
  const owner = useId()
  const [widest, setWidest] = useState<Interval | null>(null)
  const [low, high] = own
  useEffect(() => links?.onDomain(key, (domain) => startTransition(() => setWidest(domain))), [links, key])
  useEffect(() => links?.claim(key, owner, [low, high]), [links, key, owner, low, high])
  useEffect(() => () => links?.release(key, owner), [links, key, owner])
  return links === null || widest === null ? own : join(own, widest)
}

/** The place that is read in any chart of the same key; null: none. */
export function useLinkedPoint(key: string): readonly [number | null, (place: number | null) => void] {
  const links = useContext(LinksContext)
  const [place, setPlace] = useState<number | null>(null)
  useEffect(() => links?.onPoint(key, setPlace), [links, key])
  const point = useCallback(
    (to: number | null) => (links === null ? setPlace(to) : links.point(key, to)),
    [links, key],
  )
  return [place, point]
}

/** The smallest domain that holds both. */
export const join = (a: Interval, b: Interval): Interval => [Math.min(a[0], b[0]), Math.max(a[1], b[1])]

function makeLinks(): Links {
  const claims = new Map<string, Map<string, Interval>>()
  const told = new Map<string, Interval>()
  const domains = makeListeners<Interval>()
  const points = makeListeners<number | null>()
  const tell = (key: string): void => {
    const all = [...(claims.get(key)?.values() ?? [])]
    const [first] = all
    if (first === undefined) return
    const widest = all.reduce(join, first)
    const before = told.get(key)
    if (before?.[0] === widest[0] && before[1] === widest[1]) return
    told.set(key, widest)
    domains.tell(key, widest)
  }
  return {
    claim(key, owner, domain) {
      const same = claims.get(key) ?? new Map<string, Interval>()
      claims.set(key, same.set(owner, domain))
      tell(key)
    },
    release(key, owner) {
      claims.get(key)?.delete(owner)
      tell(key)
    },
    point: points.tell,
    onDomain(key, listen) {
      const widest = told.get(key)
      if (widest !== undefined) listen(widest)
      return domains.add(key, listen)
    },
    onPoint: points.add,
  }
}

function makeListeners<T>() {
  const all = new Map<string, Set<(value: T) => void>>()
  return {
    tell(key: string, value: T): void {
      for (const listen of all.get(key) ?? []) listen(value)
    },
    add(key: string, listen: (value: T) => void): () => void {
      const same = all.get(key) ?? new Set()
      all.set(key, same.add(listen))
      return () => void same.delete(listen)
    },
  }
}
