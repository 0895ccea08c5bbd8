import type { ChoiceParam, ParamOptions, ToggleParam } from '../param.ts'

/** On or off; written 1 or 0. */
export function toggle(o: ParamOptions & { readonly default: boolean }): ToggleParam {
  return {
    ...o,
    kind: 'toggle',
    read(raw) {
      if (raw === true || raw === '1' || raw === 'true') return { value: true }
      if (raw === false || raw === '0' || raw === 'false') return { value: false }
      return { value: o.default, problem: 'wrong-type' }
    },
    write: (v) => (v ? '1' : '0'),
    sample: (random) => random() < 0.5,
  }
}

/** One of several ids. */
export function choice<const C extends string>(
  options: readonly C[],
  o: ParamOptions & { readonly default: NoInfer<C> },
): ChoiceParam<C> {
  return {
    ...o,
    kind: 'choice',
    options,
    read(raw) {
      const found = options.find((option) => option === raw)
      return found === undefined ? { value: o.default, problem: 'unknown-choice' } : { value: found }
    },
    write: (v) => v,
    sample: (random) => options[Math.floor(random() * options.length)] ?? o.default,
  }
}
