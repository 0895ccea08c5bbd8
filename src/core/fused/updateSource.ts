import type { Optimizer } from '../../math/optimizer.ts'
import type { Values } from '../../math/parameter.ts'
import { makeCode } from './code.ts'

/** The names of the numbers that `updateSource` takes from update to update, in their order in F. */
export function factorNames(optimizer: Optimizer, hyper: Values): string[] {
  return Object.keys(optimizer.factors(optimizer.rate.default, 1, hyper))
}

/**
 * The body of `(W, G, S, from, to, l1, l2, F)`: applies the rule to the parameters from `from` up to `to`, and
 * clears their gradients. S holds one array for each slot, F
 * the numbers of this update. What is stored is rounded to 32 bits, as the variables are.
 */
export function updateSource(optimizer: Optimizer, hyper: Values): string {
  const code = makeCode()
  const names = factorNames(optimizer, hyper)
  const { weight, slots } = optimizer.rule(code.o, {
    weight: 'w',
    gradient: 'g',
    slots: Object.fromEntries(optimizer.slots.map((slot, index) => [slot, `s${index}`])),
    factors: Object.fromEntries(names.map((name, index) => [name, `f${index}`])),
    hyper,
  })
  return `${names.map((_, index) => `const f${index} = F[${index}];`).join('\n')}
${optimizer.slots.map((_, index) => `const S${index} = S[${index}];`).join('\n')}
for (let i = from; i < to; i++) {
const w = W[i];
const g = G[i] + l2 * w + l1 * Math.sign(w);
${optimizer.slots.map((_, index) => `const s${index} = S${index}[i];`).join('\n')}
${code.source()}
W[i] = Math.fround(${weight});
${optimizer.slots.map((slot, index) => `S${index}[i] = Math.fround(${slots[slot]});`).join('\n')}
G[i] = 0;
}`
}
