import { describe, expect, test } from 'vitest'

const sources = Object.entries(
  import.meta.glob<string>(['../../src/**/*.{ts,tsx,css}', '../../chapters/**/*.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).map(([path, text]) => ({ path: path.replace('../../', ''), text }))

/** Lines of the chosen files that match a forbidden pattern, without comments. */
function offences(where: RegExp, forbidden: RegExp): string[] {
  return sources
    .filter(({ path }) => where.test(path))
    .flatMap(({ path, text }) =>
      text
        .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
        .split('\n')
        .map((line, i) => ({ at: `${path}:${i + 1}`, line: line.replace(/(^|\s)\/\/.*/, '') }))
        .filter(({ line }) => forbidden.test(line))
        .map(({ at, line }) => `${at} ${line.trim()}`),
    )
}

const COMPUTING = /^src\/(math|core|protocol)\/|^src\/widgets\/[^/]+\/(experiment\.ts|spec\.ts|spec\/|model\/)/

describe('what the sources must not hold', () => {
  test('there is something to look at', () => {
    expect(sources.length).toBeGreaterThan(50)
    expect(sources.filter(({ path }) => COMPUTING.test(path)).length).toBeGreaterThan(20)
  })

  test('no randomness or clock of the platform in what computes', () => {
    expect(offences(COMPUTING, /Math\.random|Date\.now|new Date\b|performance\.now/)).toEqual([])
  })

  test('no DOM in what computes', () => {
    expect(offences(COMPUTING, /\b(document|window|localStorage|sessionStorage)\./)).toEqual([])
  })

  test('no synchronous reads from tensors outside the backends that allow it', () => {
    expect(offences(/^src\/(core\/(?!backend\/|optimizers)|widgets)/, /\.(dataSync|arraySync)\(/)).toEqual([])
  })

  test('no other origin is asked for anything', () => {
    expect(
      offences(
        /^src\//,
        /\b(fetch|import)\(\s*['"`]https?:|(src|href)=["'{`]+https?:\/\/(?!\$)|url\(\s*['"]?https?:/,
      ),
    ).toEqual([])
  })

  test('no unsafe escapes from the types', () => {
    expect(
      offences(/\.tsx?$/, /: any\b|\bas any\b|<any>|@ts-(ignore|nocheck|expect-error)|eslint-disable/),
    ).toEqual([])
  })

  test('no half work', () => {
    expect(offences(/./, /\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([])
  })
})
