import { useContext, useMemo } from 'react'
import { CellMap } from '../../charts/CellMap.tsx'
import { Key } from '../../charts/Key.tsx'
import { paintImage } from '../../charts/pixels.ts'
import { FigureScale } from '../../charts/scale.ts'
import { formatNumber } from '../../i18n/number.ts'
import type { ViewProps } from '../../protocol/view.ts'
import './view/receptive.css'
import type spec from './spec.ts'
import { compute, MOST_CELLS } from './spec/computed.ts'
import strings from './strings.ts'
import { Cone } from './view/Cone.tsx'
import { LayerTable } from './view/LayerTable.tsx'

const GAP = 24

/** What one unit sees through the layers, how the field grows, and how strongly each cell of it counts. */
export default function View({ values, width, height, presenting, locale, set }: ViewProps<typeof spec>) {
  const { big } = useContext(FigureScale)
  const { text } = strings[locale]
  const { layers, weights, draws, seed } = values
  const computed = useMemo(() => compute({ layers, weights, draws, seed }), [layers, weights, draws, seed])
  const { size, drawn } = computed
  const narrow = width < 480
  const map = narrow ? width : Math.min(260, Math.floor(width * 0.4))
  const cone = narrow ? width : width - map - GAP
  const tall = narrow ? 250 : Math.min(height === undefined ? 284 : height * 0.42, 420)
  const paint = useMemo(() => {
    if (!drawn) return null
    const { side, strength } = drawn.effective
    return paintImage({ rows: side, columns: side, values: strength }, [0, 1])
  }, [drawn])
  const side = narrow ? 220 : Math.min(map, tall - 24)
  return (
    <div className={big ? 'rf big' : 'rf'}>
      {drawn && paint ? (
        <div className="rf-pictures" style={{ gap: narrow ? 8 : GAP }}>
          <Cone
            layers={computed.layers}
            seen={drawn.seen}
            names={[text.input, ...layers.map(({ kind }, i) => `${i + 1} ${text[kind]}`)]}
            label={text.cone.replace('{r}', String(size))}
            width={cone}
            height={tall}
          />
          <div style={{ width: map }}>
            <p className="rf-title">{text.effective}</p>
            <CellMap
              label={text.effectiveLabel}
              rows={size}
              columns={size}
              cell={side / size}
              paint={paint}
            />
          </div>
        </div>
      ) : (
        <p className="key">
          {text.tooLarge.replace('{r}', formatNumber(size)).replace('{most}', String(MOST_CELLS))}
        </p>
      )}
      {drawn && <Key items={[{ id: 'scale', name: '', mark: { ramp: 'ink', low: '0', high: '1' } }]} />}
      {drawn && (
        <p className="rf-sizes">
          {text.sizes
            .replace('{r}', String(size))
            .replace('{e}', formatNumber(drawn.effective.effective, { digits: 1 }))}
        </p>
      )}
      <LayerTable
        layers={layers}
        sizes={computed.sizes}
        text={text}
        locale={locale}
        fixed={presenting}
        narrow={narrow}
        onChange={(next) => set({ layers: next })}
      />
    </div>
  )
}
