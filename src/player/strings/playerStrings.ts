import type { ParamProblemCode } from '../../protocol/params.ts'
import type { StepIs } from '../../protocol/spec.ts'
import type { Phase } from '../run/model.ts'

/** Everything the player itself says. A figure's own words are in its widget's `strings.ts`. */
export interface PlayerStrings {
  readonly figure: (number: string) => string
  /** Beside the title. */
  readonly badge: Readonly<Record<Phase, string>>
  readonly recorded: (step: string) => string
  readonly share: string
  readonly present: string
  readonly leave: string
  readonly export: string
  readonly more: string
  readonly controls: string
  readonly settings: string
  /** Said before a folded control's name, which could begin like the play button's. */
  readonly setting: string
  readonly preset: string
  readonly ownSettings: string
  readonly bookSettings: string
  /** Name of the n-th hidden layer in a list of layers. */
  readonly layer: (n: number) => string
  readonly cell: (row: string, column: string) => string
  readonly pointClass: (letter: string) => string
  readonly on: string
  readonly off: string
  readonly none: string
  /** Instead of the names of files that the reader gave. */
  readonly ownFiles: string
  readonly list: (items: readonly string[]) => string
  readonly transport: {
    /** Begins the accessible name of the play button, and of no other. */
    readonly play: string
    readonly playAgain: string
    readonly pause: string
    readonly reset: string
    readonly step: string
    readonly stepBack: string
    readonly phase: string
    readonly time: string
    readonly timeAt: (step: string, last: string) => string
    readonly speed: string
    readonly perSecond: (steps: string) => string
    readonly flatOut: string
    readonly slow: string
    readonly short: {
      readonly max: string
      readonly slow: string
      readonly perSecond: (steps: number) => string
    }
    readonly logScale: (metric: string) => string
    readonly guess: (guess: string) => string
  }
  readonly steps: Readonly<Record<StepIs, string>>
  readonly of: (last: string) => string
  /** A metric of one run among several. */
  readonly metricOf: (metric: string, member: string) => string
  readonly status: {
    readonly idle: string
    readonly warming: string
    readonly paused: string
    readonly done: (step: string) => string
    readonly plain: string
    readonly plainForced: string
    readonly fellBack: (used: string, wanted: string) => string
    readonly rate: (rate: string) => string
    readonly seed: (seed: string) => string
    readonly device: string
    readonly auto: string
    readonly tensors: (count: string) => string
    readonly details: string
    readonly offscreen: string
  }
  readonly notes: {
    readonly close: string
    readonly restored: string
    readonly toDefaults: string
    /** By a setting's name, what was given, what is used instead, and for numbers the range. */
    readonly param: Readonly<
      Record<
        Exclude<ParamProblemCode, 'unknown-key'>,
        (name: string, given: string, used: string, range: string) => string
      >
    >
    /** Settings that the figure has not. */
    readonly unknownKeys: (keys: string) => string
    /** Settings of figures that the page has not. */
    readonly strangers: (keys: string) => string
    /** What a link would hide, and the page has not. */
    readonly nothingToHide: (names: string) => string
    readonly names: (names: readonly string[]) => string
    readonly range: (min: string, max: string) => string
    readonly missing: (name: string, used: string) => string
    readonly points: (count: string) => string
    readonly unknownBackend: (given: string) => string
    readonly heat: string
    readonly largeValues: (names: string) => string
    /** As above, where the tab can keep nothing. */
    readonly unkept: (names: string) => string
  }
  readonly shareDialog: {
    readonly title: string
    readonly link: string
    readonly copy: string
    readonly copied: string
    readonly explain: string
    readonly plain: string
    readonly byHand: string
    readonly ownFiles: string
  }
  readonly exportDialog: {
    readonly title: string
    readonly png: string
    readonly svg: string
    readonly csv: string
    readonly numbers: string
    readonly csvEmpty: string
    readonly modelEmpty: string
    readonly failed: string
  }
  readonly numbers: {
    readonly title: string
    readonly show: string
    readonly hide: string
    readonly empty: string
    readonly caption: (rows: string, all: string) => string
    readonly settings: string
    readonly value: string
  }
  readonly summary: { readonly title: string; readonly show: string; readonly hide: string }
  readonly keys: {
    readonly title: string
    readonly show: string
    readonly playPause: string
    readonly step: string
    readonly back: string
    readonly reset: string
    readonly seed: string
    readonly preset: string
    readonly present: string
    readonly share: string
    readonly export: string
    readonly table: string
    readonly describe: string
    readonly faster: string
    readonly slower: string
    readonly undo: string
    readonly choose: string
    readonly next: string
    readonly previous: string
    readonly leave: string
    readonly help: string
    readonly space: string
    readonly where: string
  }
  readonly undo: string
  readonly previousFigure: string
  readonly nextFigure: string
  readonly previousSettings: string
  readonly nextSettings: string
}
