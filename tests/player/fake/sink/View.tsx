import { LineChart } from '../../../../src/charts/LineChart.tsx'
import type { ViewProps } from '../../../../src/protocol/view.ts'
import type spec from './spec.ts'
import strings from './strings.ts'

export default function View({ members, values, width, height, locale, act }: ViewProps<typeof spec>) {
  const { text } = strings[locale]
  const frame = members[0]?.frame
  return (
    <>
      <LineChart
        label={text.picture}
        width={width}
        height={(height ?? width * 0.66) - 40}
        locale={locale}
        x={{ name: 't', domain: [0, 120] }}
        y={{ symbol: 'w', domain: [-5, 5] }}
        named={values.grid}
        lines={[{ id: 'w', name: 'w', y: frame?.path ?? [values.from], role: 'yours' }]}
      />
      <button type="button" className="btn" onClick={() => act({ put: 4 })}>
        {text.put}
      </button>
      <button type="button" className="btn" onClick={() => act({ put: Infinity })}>
        {text.away}
      </button>
    </>
  )
}
