import { expect, test } from 'vitest'
import type { AnySpec } from '../../src/protocol/spec.ts'

const specs = Object.values(
  import.meta.glob<AnySpec>('../../src/widgets/*/spec.ts', { import: 'default', eager: true }),
)
const offers = specs.flatMap(({ name, offers: all = {} }) =>
  Object.entries(all).map(([id, offer]) => [`${name}.${id}`, offer] as const),
)

test.each(offers)('what %s offers, the other widget takes', (_, { widget, params }) => {
  const taker = specs.find(({ name }) => name === widget)
  expect(Object.keys(taker?.params ?? {})).toEqual(expect.arrayContaining([...params]))
})
