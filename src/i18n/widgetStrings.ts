import type { ChoiceParam, ListParam, Params, ValueOf } from '../protocol/params.ts'
import type { AnySpec, Spec, SpecFrame, SpecValues } from '../protocol/spec.ts'

/** A control's words: its label, a short form for narrow places, one sentence of help, a unit. */
export interface ParamLabel {
  readonly label: string
  readonly short?: string
  readonly help?: string
  readonly unit?: string
}

type ParamsOf<S> = S extends Spec<infer P, infer _T> ? P : Params
/** A network's layers: each has an activation, whose options are labelled, too. */
type Layers = ListParam<{ readonly activation: string }>
type ChoiceKeys<P extends Params> = {
  [K in keyof P]: P[K] extends ChoiceParam | ListParam<string> | Layers ? K : never
}[keyof P] &
  string
type OptionsOf<Q> =
  Q extends ListParam<infer V>
    ? V extends { readonly activation: infer A }
      ? Extract<A, string>
      : Extract<V, string>
    : Q extends { kind: 'choice' }
      ? Extract<ValueOf<Q>, string>
      : never
type MetricsOf<S> = S extends { run?: infer R }
  ? NonNullable<R> extends { metrics: infer M }
    ? keyof M & string
    : never
  : never

/** What the reader hears and reads of a widget, in one language. */
export interface WidgetText<S extends AnySpec> {
  readonly params: { readonly [K in keyof ParamsOf<S>]: string | ParamLabel }
  /** Labels of choices (and of lists of choices), by parameter and option. */
  readonly choices: {
    readonly [K in ChoiceKeys<ParamsOf<S>>]: Readonly<Record<OptionsOf<ParamsOf<S>[K]>, string>>
  }
  /** Names of the groups that parameters declare. */
  readonly groups?: Readonly<Record<string, string>>
  /** Names of what the spec's `exports` give. */
  readonly exports?: Readonly<Record<string, string>>
  readonly metrics: Readonly<Record<MetricsOf<S>, string>>
  readonly presets: Readonly<Record<string, string>>
  /** Names of the phases of a step. */
  readonly phases?: Readonly<Record<string, string>>
  /** The name of a member run, from its id; needed where there are several. */
  readonly member?: (id: string) => string
  /** Words for places that a problem may name (`hidden-1.weights`). */
  readonly place?: (place: string) => string
  /** One or two spoken sentences about what the picture now shows, with its numbers. */
  readonly summary: (shown: {
    readonly values: SpecValues<S>
    readonly members: readonly { readonly id: string; readonly frame: SpecFrame<S> | null }[]
    readonly step: number
  }) => string
  /** Everything else the View writes. */
  readonly text: Readonly<Record<string, string>>
}

/** Both languages of a widget: `text` must have the same keys in each. */
export function defineStrings<S extends AnySpec>() {
  return <K extends string>(strings: {
    readonly en: Omit<WidgetText<S>, 'text'> & { readonly text: Readonly<Record<K, string>> }
    readonly zh: Omit<WidgetText<S>, 'text'> & { readonly text: Readonly<Record<NoInfer<K>, string>> }
  }) => strings
}
