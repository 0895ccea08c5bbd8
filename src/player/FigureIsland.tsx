import type { FigureIslandInput } from './island.ts'
import { openSession } from './client/openSession.ts'
import { Figure } from './Figure.tsx'

/** A figure as the page holds it: rendered once by the build, then hydrated where it stands. */
export default function FigureIsland(props: FigureIslandInput) {
  return <Figure {...props} openSession={openSession} />
}
