import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { BookError } from '../../src/site/mdx/problems.ts'
import { setBook } from '../../src/site/server/book.ts'
import { sample } from './sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'book-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const good = readFileSync(join(sample.root, 'chapters/sample/en.mdx'), 'utf8')

/** What setting the sample says when its English text is changed. */
async function problemsOf(text: string): Promise<readonly string[]> {
  const chapter = join(folder, 'chapters/sample')
  mkdirSync(chapter, { recursive: true })
  writeFileSync(join(chapter, 'en.mdx'), text)
  writeFileSync(
    join(folder, 'chapters/bibliography.json'),
    readFileSync(join(sample.root, 'chapters/bibliography.json')),
  )
  try {
    await setBook({ ...sample, root: folder })
    return []
  } catch (error) {
    if (error instanceof BookError) return error.problems
    throw error
  }
}
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length

/** Replaces `from` in the good text; expects one problem at its line that matches. */
async function expectProblem(from: string, to: string, message: RegExp): Promise<void> {
  expect(good).toContain(from)
  const problems = await problemsOf(good.replace(from, to))
  const place = `chapters/sample/en.mdx:${lineOf(good, from)}: `
  const found = problems.filter((problem) => problem.startsWith(place) && message.test(problem))
  expect(found, problems.join('\n')).toHaveLength(1)
}

describe('a text with a mistake fails, naming file, line and what is known', () => {
  it('is fine as it stands', async () => {
    expect(await problemsOf(good)).toEqual([])
  })

  it.each([
    ['an unknown element', '<Pitfall>A rate', '<Trap>A rate', /./],
    [
      'an unknown term',
      '<Term id="gradient" />',
      '<Term id="gradeint" />',
      /no “gradeint”.*Known:.*gradient/,
    ],
    [
      'an unknown citation',
      'id="cauchy-1847"',
      'id="cauchy-1848"',
      /no “cauchy-1848”.*Known: cauchy-1847, dauphin-2014/,
    ],
    [
      'an unknown reference',
      '<Ref id="hill" />',
      '<Ref id="hil" />',
      /nothing is called “hil”.*Known:.*hill/,
    ],
    ['an unknown figure', '<Figure id="hill"', '<Figure id="mountain"', /no figure “mountain”.*Known: hill/],
    ['an unknown parameter', 'name="rate" />', 'name="speed" />', /“speed” is no number.*Known: rate, shown/],
    ['an unknown setting', 'set="rate=0.5"', 'set="pace=0.5"', /no parameter “pace”.*Known: rate, shown/],
    ['a setting out of range', 'set="rate=0.5"', 'set="rate=50"', /rate=50.*out-of-range/],
    ['an unknown sketch', 'sketch="creep"', 'sketch="crawl"', /no sketch “crawl”.*Known: creep/],
    ['an unknown metric', 'metric="loss"', 'metric="los"', /no metric “los”.*Known: loss/],
    [
      'an unknown attribute',
      '<Eq id="update">',
      '<Eq id="update" size="2">',
      /no attribute “size”.*Known: id/,
    ],
    ['an expression as an attribute', 'id="update">', 'id={"update"}>', /texts in quotation marks/],
    ['a heading without id', '## In code {#code}', '## In code', /“In code” has no id/],
    [
      'a heading of the wrong level',
      '### Why minus {#minus}',
      '# Why minus {#minus}',
      /headings are ## and ###/,
    ],
    [
      'an id given twice',
      '### Why minus {#minus}',
      '### Why minus {#hill}',
      /“hill” is given twice: a figure and a section/,
    ],
    ['an id that is not kebab-case', '{#minus}', '{#whyMinus}', /“whyMinus” is not in kebab-case/],
    ['a bad formula', 'weights $w$', 'weights $\\frac{1$', /formula can't be set/],
    ['an unknown command in a formula', 'weights $w$', 'weights $\\hug{w}$', /formula can't be set.*hug/],
    ['Han in a formula', 'weights $w$', 'weights $权$', /formula can't be set/],
    ['a straight quotation mark', "It isn't hard", 'It "is" hard', /straight quotation mark/],
    ['an expression', "It isn't hard", 'It {1 + 1} hard', /braces only hold comments/],
    ['an import', "It isn't hard to say.", 'ok\n\nimport x from "y"', /./],
    ['a picture', 'A rate of 1 is too large.', '![x](y.png)', /pictures are figures/],
    ['a link that leads nowhere', 'A rate of 1', 'A [rate](#nowhere) of 1', /#nowhere.*Known/],
    [
      'an option outside',
      'A rate of 1 is too large.',
      '<Option>no</Option>',
      /<Option> stands inside <Predict>/,
    ],
    ['two right options', '<Option sketch="creep">', '<Option sketch="creep" right>', /./],
    ['a language without highlighting', '```js title', '```rust title', /“rust”.*Known: js, python, ts/],
    ['a caption without its bold sentence', '**The ball rolls.**', 'The ball rolls.', /one bold sentence/],
    ['a number that is none', 'answer="0.25"', 'answer="a quarter"', /not a number: a quarter/],
  ])('%s', async (_, from, to, message) => {
    const problems = await problemsOf(good.replace(from, to))
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.every((problem) => /^chapters\/sample\/en\.mdx:\d+: /.test(problem))).toBe(true)
    expect(
      problems.some((problem) => message.test(problem)),
      problems.join('\n'),
    ).toBe(true)
  })

  it('names the line', async () => {
    await expectProblem('<Ref id="code" />', '<Ref id="cod" />', /nothing is called “cod”/)
    await expectProblem('## In code {#code}', '## In code', /has no id/)
    await expectProblem('below="0.01"', 'below="low"', /“below” is not a number/)
  })

  it('wants the opening question first', async () => {
    const without = good.replace(/<Lead>.*<\/Lead>/, '')
    expect(await problemsOf(without)).toEqual([expect.stringMatching(/:3: the text begins with <Lead>/)])
  })

  it('wants every figure of chapter.ts', async () => {
    const without = good.replace(/<Figure[\s\S]*?<\/Figure>/, '')
    const problems = await problemsOf(without)
    expect(problems.some((p) => p.includes('the text does not show: hill'))).toBe(true)
  })

  it('tells everything at once', async () => {
    const twice = good.replace('<Term id="gradient" />', '<Term id="a" />').replace('$w$', '$\\x$')
    expect((await problemsOf(twice)).length).toBeGreaterThanOrEqual(2)
  })
})
