import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { FigureScale, NORMAL_SCALE } from '../../src/charts/scale.ts'
import { makeRng } from '../../src/math/rng.ts'
import { emptyHistory } from '../../src/protocol/history.ts'
import { defaultValues } from '../../src/protocol/values.ts'
import spec from '../../src/widgets/zoom/spec.ts'
import type { ZoomValues } from '../../src/widgets/zoom/spec/params.ts'
import { clampPlace, LEVELS } from '../../src/widgets/zoom/spec/place.ts'
import { STAGES } from '../../src/widgets/zoom/spec/stages.ts'
import type { ZoomFrame } from '../../src/widgets/zoom/spec/traffic.ts'
import View from '../../src/widgets/zoom/View.tsx'

const rng = makeRng(3, 'zoom view')
const draw = (count: number): Float32Array => Float32Array.from({ length: count }, () => 0.3 * rng.normal())
const frame: ZoomFrame = {
  layers: STAGES.filter(({ weights }) => weights >= 0).map(({ size, input, output }) => ({
    kernel: draw(size * size * input.channels * output.channels),
    bias: draw(output.channels),
  })),
  examples: Uint8Array.from({ length: 7840 }, () => Math.floor(256 * rng.next())),
  rate: 0.001,
}

function render(given: Partial<ZoomValues>, locale: 'en' | 'zh', width: number, step: number): string {
  const values = { ...defaultValues(spec.params), ...given }
  const nothing = (): undefined => undefined
  const presenting = width > 624
  return renderToString(
    <FigureScale value={{ ...NORMAL_SCALE, big: presenting }}>
      <View
        values={values}
        members={[{ id: 'run', values, frame, history: emptyHistory }]}
        status={null}
        step={step}
        width={width}
        {...(presenting ? { height: 500 } : {})}
        presenting={presenting}
        locale={locale}
        set={nothing}
        seek={nothing}
        takers={{}}
        act={nothing}
        ask={() => new Promise(nothing)}
      />
    </FigureScale>,
  )
}

/** Every place that can be looked at, in kind. */
const PLACES = STAGES.flatMap((_, layer) =>
  LEVELS.map((level) => ({ level, layer, row: 3, column: 4, slice: 2, channel: 1 })),
).filter((place) => clampPlace(place).level === place.level)

describe.each(['en', 'zh'] as const)('the zoom in %s', (locale) => {
  it.each([624, 350, 680])('draws every level, %s px wide', (width) => {
    expect(PLACES.length).toBe(4 * STAGES.length - 3)
    for (const place of PLACES) {
      const html = render(place, locale, width, 1)
      const words = html.replace(/<[^>]*>/g, ' ')
      expect(words, JSON.stringify(place)).not.toMatch(/NaN|undefined|\{\w+\}/)
      const names = [...html.matchAll(/aria-label="([^"]*)"/g)].map(([, name]) => name)
      expect(names.filter((name) => name === '')).toEqual([])
      expect(names.filter((name) => /^(Play|Run|Train|Start|播放|运行|训练|开始)/.test(name))).toEqual([])
    }
  })

  it('says that weights are random as long as they are, at every level', () => {
    const said = locale === 'en' ? /random/ : /随机/
    for (const level of LEVELS) {
      expect(render({ level, layer: 4 }, locale, 624, 0)).toMatch(said)
      expect(render({ level, layer: 4 }, locale, 624, 1)).not.toMatch(said)
    }
  })
})
