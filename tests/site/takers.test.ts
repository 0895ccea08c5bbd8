import { expect, test } from 'vitest'
import { figure } from '../../src/book/chapter.ts'
import { findTakers } from '../../src/site/server/takers.ts'
import convolution from '../../src/widgets/convolution/spec.ts'
import lab from '../../src/widgets/digits-lab/spec.ts'

const numberOf = (id: string): string | undefined => ({ edges: '8.2', blur: '8.3' })[id]

test('an offer goes to the first figure of the chapter that takes it', () => {
  const figures = { lab: figure(lab), edges: figure(convolution), blur: figure(convolution) }
  expect(findTakers(lab, figures, numberOf)).toEqual({ kernel: { figure: 'edges', number: '8.2' } })
})

test('a chapter without such a figure is offered nothing, nor does a figure offer what it has not', () => {
  expect(findTakers(lab, { lab: figure(lab) }, numberOf)).toEqual({})
  expect(findTakers(convolution, { edges: figure(convolution) }, numberOf)).toEqual({})
})
