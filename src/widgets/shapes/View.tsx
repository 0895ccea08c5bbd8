import { useContext, useMemo } from 'react'
import { FigureScale, metricsOf } from '../../charts/scale.ts'
import { formatNumber } from '../../i18n/number.ts'
import { followShapes, parseLayers, parseShape, type Shape } from '../../math/shapes.ts'
import type { ViewProps } from '../../protocol/view.ts'
import type spec from './spec.ts'
import strings from './strings.ts'
import { Block } from './view/Block.tsx'
import { formatShape, nameLayer, ruleOf, weightsOf, wordProblem } from './view/words.ts'

/** One tensor on its way through the layers: a row for each, with the rule that gives its shape. */
export default function View({ values, width, locale }: ViewProps<typeof spec>) {
  const { big } = useContext(FigureScale)
  const metrics = metricsOf(big)
  const { text } = strings[locale]
  const followed = useMemo(() => {
    const input = parseShape(values.input)
    return input && { input, ...followShapes(input, parseLayers(values.layers)) }
  }, [values.input, values.layers])
  if (!followed) return <p className="key">{wordProblem({ code: 'bad-input', word: values.input }, text)}</p>

  const { input, steps, problem } = followed
  const shapes: Shape[] = [input, ...steps.map(({ shape }) => shape)]
  const images = shapes.filter((shape) => shape.length === 3)
  const most = {
    side: Math.max(1, ...images.map((shape) => Math.max(shape[0], shape[1] ?? 1))),
    depth: Math.max(...shapes.map((shape) => shape.at(-1) ?? 1)),
  }
  const narrow = width < 480
  const row = (big ? 112 : 76) + (narrow ? 14 : 0)
  const column = narrow ? 92 : Math.min(190, width * 0.26)
  const total = steps.reduce((sum, { weights }) => sum + weights, 0)
  const height = row * shapes.length
  const label = `${text.label} ${shapes.map(formatShape).join(' → ')}`
  const line = metrics.label * 1.35
  return (
    <>
      <div className={big ? 'plot big' : 'plot'} style={{ width, aspectRatio: `${width} / ${height}` }}>
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
          {shapes.map((shape, index) => {
            const middle = row * (index + 0.5)
            const step = steps[index - 1]
            const before = shapes[index - 1]
            return (
              <g key={index}>
                {index > 0 && (
                  <line x1={0} x2={width} y1={row * index} y2={row * index} stroke="var(--grid)" />
                )}
                <Block
                  shape={shape}
                  x={column / 2}
                  y={middle}
                  size={Math.min(row * 0.62, column * 0.6)}
                  room={column - 16}
                  most={most}
                />
                <text x={column + 8} y={middle - line * (narrow ? 0.9 : 0.35)} className="lab">
                  {step ? nameLayer(step.layer) : text.input}
                </text>
                <text
                  x={width - 2}
                  y={middle - line * (narrow ? 0.9 : 0.35)}
                  className="lab"
                  textAnchor="end"
                >
                  {formatShape(shape)}
                </text>
                {step && before && (
                  <>
                    <text x={column + 8} y={middle + line * (narrow ? 0.2 : 0.75)} className="num">
                      {ruleOf(step, before)}
                    </text>
                    <text
                      x={narrow ? column + 8 : width - 2}
                      y={middle + line * (narrow ? 1.25 : 0.75)}
                      className="tick"
                      textAnchor={narrow ? 'start' : 'end'}
                    >
                      {`${text.weights}${weightsOf(step, before)}`}
                    </text>
                  </>
                )}
              </g>
            )
          })}
        </svg>
      </div>
      <p className={big ? 'key big' : 'key'} role="status">
        {problem
          ? `${text.stopped.replace('{n}', String(steps.length + 1))} ${wordProblem(problem, text)}`
          : text.total.replace('{total}', formatNumber(total))}
      </p>
    </>
  )
}
