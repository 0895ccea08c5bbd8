import { optimizers } from '../../../math/optimizers/index.ts'
import { number, toggle } from '../../../protocol/params.ts'

/** A hyperparameter that a rule starts from another number than the rules it shares the name with has a key of its own. */
const OWN_KEYS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  rmsprop: { momentum: 'rmspropMomentum' },
  adagrad: { epsilon: 'adagradEpsilon' },
  adadelta: { epsilon: 'adadeltaEpsilon' },
  adamw: { decay: 'adamwDecay' },
}

/** The reader's parameter that holds a hyperparameter of an update rule. */
export const hyperKey = (rule: string, name: string): string => OWN_KEYS[rule]?.[name] ?? name

/** Shown only for the rules that have it. */
const options = (key: string) => ({
  group: 'training',
  when: (values: Readonly<Record<string, unknown>>): boolean => {
    const rule = optimizers.get(String(values['optimizer']))
    return rule !== undefined && Object.keys(rule.hyper).some((name) => hyperKey(rule.id, name) === key)
  },
})
const fraction = (key: string, start: number, max: number, step: number, symbol: string) =>
  number({ default: start, min: 0, max, step, symbol, ...options(key) })
const guard = (key: string, start: number) =>
  number({ default: start, min: 1e-12, max: 0.1, scale: 'log', symbol: 'ε', ...options(key) })

/** Every hyperparameter of every rule in `math/optimizers`, with the number that it starts from there. */
export const hyperParams = {
  momentum: fraction('momentum', 0.9, 0.999, 0.001, 'μ'),
  rmspropMomentum: fraction('rmspropMomentum', 0, 0.999, 0.001, 'μ'),
  rho: fraction('rho', 0.9, 0.9999, 0.0001, 'ρ'),
  beta1: fraction('beta1', 0.9, 0.999, 0.001, 'β₁'),
  beta2: fraction('beta2', 0.999, 0.9999, 0.0001, 'β₂'),
  initialSum: fraction('initialSum', 0, 1, 0.01, 's₀'),
  centered: toggle({ default: false, ...options('centered') }),
  epsilon: guard('epsilon', 1e-8),
  adagradEpsilon: guard('adagradEpsilon', 1e-10),
  adadeltaEpsilon: guard('adadeltaEpsilon', 1e-6),
  decay: fraction('decay', 0, 0.1, 0.001, 'λ'),
  adamwDecay: fraction('adamwDecay', 0.01, 1, 0.01, 'λ'),
}

/** The hyperparameters of the chosen rule, under the names that `math/optimizers` gives them. */
export function hyperOf(
  values: Readonly<Record<string, unknown>> & { readonly optimizer: string },
): Record<string, number> {
  const names = Object.keys(optimizers.get(values.optimizer)?.hyper ?? {})
  return Object.fromEntries(names.map((name) => [name, Number(values[hyperKey(values.optimizer, name)])]))
}
