import type { AnySpec, SpecAction, SpecAnswer, SpecFrame, SpecQuestion, SpecValues } from './spec.ts'
import type { History } from './history.ts'
import type { Status } from './messages.ts'

export type Locale = 'en' | 'zh'
export type Theme = 'light' | 'dark'

/** Another figure of the page that takes what a View offers. */
export interface Taker {
  /** `8.1` */
  readonly number: string
  /** Sets the figure to the values, as the text's numbers do, and brings the reader there. */
  readonly take: (values: Readonly<Record<string, unknown>>) => void
}

/** A run of the figure as its View sees it. */
export interface MemberView<S extends AnySpec> {
  readonly id: string
  readonly values: SpecValues<S>
  /** Null until the first frame has come (never null when a recorded frame exists). */
  readonly frame: SpecFrame<S> | null
  readonly history: History
}

/**
 * What a View is given. A View draws; it holds no training state. It must render the same markup on the server and in
 * the first client render: fixed width, no theme-dependent colours but CSS variables (rasters go through charts/Raster).
 */
export interface ViewProps<S extends AnySpec> {
  readonly values: SpecValues<S>
  readonly members: readonly MemberView<S>[]
  readonly status: Status | null
  /** The step the shown frames belong to (a dragged scrubber shows older ones). */
  readonly step: number
  /** Drawn width in CSS px: 624, on a phone 350, scaled to the column; presenting, what there is. Heights are the View's own choice. */
  readonly width: number
  /** Height to fill while presenting; absent in the page. */
  readonly height?: number
  readonly presenting: boolean
  readonly locale: Locale
  /** Changes parameters as the controls do (restarts the run where the declaration says so). */
  readonly set: (values: Partial<SpecValues<S>>) => void
  /** Travels to a step, as the scrubber does: to a kept state at once, then exactly by replay. */
  readonly seek: (step: number) => void
  /** The reader's hand on the run; logged and replayed. Member index, or all. */
  readonly act: (action: SpecAction<S>, member?: number) => void
  readonly ask: (question: SpecQuestion<S>, member?: number) => Promise<SpecAnswer<S>>
  /** Who takes what the spec `offers`, by the offer's id; absent where this page has no such figure. */
  readonly takers: Readonly<Record<string, Taker | undefined>>
}
