/**
 * The contract between the page and a figure: what the page hands to `FigureIsland` (src/player/FigureIsland.tsx, default
 * export), and the events by which the prose and the figure share one set of values.
 */
import type { ComponentType } from 'react'
import type { WidgetText } from '../i18n/widgetStrings.ts'
import type { DrawnSize } from './parts/drawn.ts'
import type { AnySpec } from '../protocol/spec.ts'
import type { Locale, ViewProps } from '../protocol/view.ts'

/** A figure that takes another's offer: its id, and its number (`8.1`). */
export interface TakerFacts {
  readonly figure: string
  readonly number: string
}

/** What stands in the page for a figure. Plain JSON: the server renders from it, the browser hydrates from it. */
export interface FigureIslandProps {
  readonly slug: string
  /** The figure's id: the element is `#fig-<figure>`, its URL keys begin with `<figure>.`. */
  readonly figure: string
  readonly widget: string
  /** Values that differ from the widget's defaults. */
  readonly values: Readonly<Record<string, unknown>>
  /** `5.1`; empty for the home page's figure. */
  readonly number: string
  readonly title: string
  /** Caption as HTML made by the build; the first sentence is bold. */
  readonly captionHtml: string
  readonly locale: Locale
  /** The parsed JSON of `frames/<figure>.json` (see `parseRecorded`), or null while none is recorded. */
  readonly recorded: unknown
  /** Neighbouring figures of the chapter, for the presenter. */
  readonly previous: string | null
  readonly next: string | null
  /** The figures of the chapter that take what the widget offers, by the offer's id: those that there are. */
  readonly takers?: Readonly<Record<string, TakerFacts>>
  /** From the page to the site's root, ending in `/`: `../../`. */
  readonly base: string
  /** The home page's figure: plays by itself unless motion or data is to be saved, and is set as a hero. */
  readonly home?: true
}

/** What stands in the page beside a figure that sleeps: its recorded frame is a file of its own, fetched as it wakes. */
export interface SleepingFigure extends Omit<FigureIslandProps, 'recorded'> {
  /** The frame's address, or null while none is recorded. */
  readonly recorded: string | null
}

/** A widget's page side. Each file exports it as default: `spec.ts`, `View.tsx`, `strings.ts`. */
export interface WidgetCode {
  readonly spec: AnySpec
  readonly View: ComponentType<ViewProps<AnySpec>>
  readonly strings: Readonly<Record<Locale, WidgetText<AnySpec>>>
}

/** What `FigureIsland` is rendered with, on both sides. */
export interface FigureIslandInput extends FigureIslandProps {
  readonly code: WidgetCode
  /** The prerendered picture that the figure wakes from. Absent while prerendering: then all are drawn. */
  readonly drawn?: DrawnSize
}

/** Events on `document`, each a `CustomEvent` with this detail. */
export interface FigureEvents {
  /** Page → figure: the reader moved a number in the text or the code, or a block asks for a setting. */
  'figure:set': { readonly figure: string; readonly values: Readonly<Record<string, unknown>> }
  /** Page → figure: a prediction was made; the figure may keep it beside its curve. */
  'figure:guess': { readonly figure: string; readonly label: string; readonly sketch: string | null }
  /** Figure → page: once when it has woken, then whenever its values change. Holds all values. */
  'figure:values': { readonly figure: string; readonly values: Readonly<Record<string, unknown>> }
  /** Figure → page: the newest measurement of the reader's run; exercises are checked by it. */
  'figure:measured': {
    readonly figure: string
    readonly step: number
    readonly metrics: Readonly<Record<string, number>>
  }
}

/** Sends one of the events above. */
export function sendFigureEvent<K extends keyof FigureEvents>(type: K, detail: FigureEvents[K]): void {
  document.dispatchEvent(new CustomEvent(type, { detail }))
}

/** Listens to one of the events above; returns the function that stops listening. */
export function onFigureEvent<K extends keyof FigureEvents>(
  type: K,
  listen: (detail: FigureEvents[K]) => void,
): () => void {
  const listener = (event: Event): void => {
    listen((event as CustomEvent<FigureEvents[K]>).detail)
  }
  document.addEventListener(type, listener)
  return () => {
    document.removeEventListener(type, listener)
  }
}
