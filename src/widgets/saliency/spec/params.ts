import {
  choice,
  defineParams,
  integer,
  number,
  seed,
  text,
  toggle,
  type Values,
} from '../../../protocol/params.ts'

export const DIGITS = 10
/** Digits that no training shows, and how often (in updates) the network is asked about them. */
export const TESTED = 500
export const TEST_EVERY = 50
export const BATCH = 16
export const UPDATES = 1000
/** Layers of the network that have weights. */
export const LEARNED = 3
/** The share of ink that is erased goes up in so many steps. */
export const ERASURES = 20

const NUMERALS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** Set in the picture; two networks that are compared look at one digit. */
const SEEN = { look: true, shared: true, hidden: true } as const

export const params = defineParams({
  /** The digit whose logit is explained. */
  target: choice(['answer', ...NUMERALS], { default: 'answer', look: true, asks: true }),
  /** The digit whose logit is taken off. */
  against: choice(['none', 'second', ...NUMERALS], { default: 'none', look: true, asks: true }),
  patch: integer({ default: 6, min: 1, max: 12, look: true, asks: true }),
  stride: choice(['1', '2', '4'], { default: '2', look: true, asks: true }),
  fill: choice(['paper', 'mean', 'ink'], { default: 'paper', look: true, asks: true }),
  measure: choice(['logit', 'probability'], { default: 'logit', look: true, asks: true }),
  /** What the maps are put to the test with. */
  test: choice(['erase', 'random', 'sum'], { default: 'erase', ...SEEN, asks: true }),
  erased: number({
    default: 0.2,
    min: 0,
    max: 1,
    step: 1 / ERASURES,
    look: true,
    asks: true,
    when: (values) => values['test'] === 'erase',
  }),
  randomised: integer({
    default: 1,
    min: 1,
    max: LEARNED,
    look: true,
    asks: true,
    when: (values) => values['test'] === 'random',
  }),
  biases: toggle({ default: true }),
  seed: seed(),
  /** Number of the test digit that is looked at while nothing is drawn. */
  digit: integer({ default: 0, min: 0, max: TESTED - 1, ...SEEN, asks: true }),
  /** The reader's drawing, as `math/drawnDigit` writes it. */
  drawing: text({ default: '', maxLength: 1600, ...SEEN, asks: true }),
})
export type SaliencyValues = Values<typeof params>
