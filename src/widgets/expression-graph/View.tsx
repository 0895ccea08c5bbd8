import { useMemo } from 'react'
import { parseExpression } from '../../math/expression/parse.ts'
import type { ExpressionGraph } from '../../math/expression/graph.ts'
import type { ViewProps } from '../../protocol/view.ts'
import { Choice } from '../../ui/Choice.tsx'
import { MathText } from '../../ui/MathText.tsx'
import { Slider } from '../../ui/Slider.tsx'
import type spec from './spec.ts'
import { ALL } from './spec.ts'
import strings from './strings.ts'
import { explain, nameOf } from './view/explain.ts'
import { Fault } from './view/Fault.tsx'
import { showNumber } from './view/GraphNode.tsx'
import { GraphPicture } from './view/GraphPicture.tsx'
import { Inputs } from './view/Inputs.tsx'
import { differencesOf, inputsOf, sweepOf } from './view/sweep.ts'

type Props = ViewProps<typeof spec>

/** On a projector: what the line of the current step and its slider take. */
const STEPS_ROOM = 250

/** An expression as a graph, computed and differentiated; or what is wrong with it, and where. */
export default function View(props: Props) {
  const { values, locale } = props
  const { graph, problem } = useMemo(() => parseExpression(values.expression), [values.expression])
  if (graph) return <Graph {...props} graph={graph} />
  const { text } = strings[locale]
  const message = text[problem.code].replace('{found}', problem.found)
  return (
    <Fault
      expression={values.expression}
      span={problem.span}
      message={`${text.place.replace('{n}', String(problem.span.from + 1))}${message}`}
    />
  )
}

function Graph({
  graph,
  values,
  width,
  height,
  presenting,
  locale,
  set,
}: Props & { graph: ExpressionGraph }) {
  const { text } = strings[locale]
  const inputs = inputsOf(graph, values.inputs)
  const along = Math.min(values.along, graph.variables.length - 1)
  const sweep = useMemo(() => sweepOf(graph, { ...values, along }), [graph, values, along])
  const differences = useMemo(() => differencesOf(graph, values.inputs), [graph, values.inputs])
  const name = (index: number): string => nameOf(sweep, index)
  const variable = graph.variables[along]
  const lines = explain(sweep, values.mode, variable === undefined ? '' : name(variable))
  const reverse = values.mode === 'reverse'
  const result = graph.nodes.length - 1
  const gradients = graph.variables.map((index, place) =>
    reverse ? (sweep.slopes[index] ?? NaN) : place === along ? (sweep.slopes[result] ?? NaN) : NaN,
  )
  const broken = sweep.broken === undefined ? undefined : graph.nodes[sweep.broken]
  const nameNode = (index: number): string =>
    text.node
      .replace('{name}', name(index))
      .replace('{value}', sweep.known(index) ? showNumber(sweep.values[index] ?? NaN) : text.unknown)
      .replace('{slope}', showNumber(sweep.slopes[index] ?? NaN))
  return (
    <>
      {broken && (
        <Fault
          expression={values.expression}
          span={broken.span}
          message={text.undefined.replace('{n}', String(broken.span.from + 1))}
        />
      )}
      <GraphPicture
        label={text.picture}
        nameNode={nameNode}
        sweep={sweep}
        width={width}
        {...(height === undefined ? {} : { most: height - STEPS_ROOM })}
      />
      <div
        style={{
          minHeight: presenting ? 72 : 56,
          marginTop: 12,
          font: `400 ${presenting ? 22 : 15}px/1.6 var(--sans)`,
          fontVariantNumeric: 'lining-nums tabular-nums',
        }}
      >
        {lines.map((line, index) => (
          <p key={index} style={{ margin: 0 }}>
            <MathText text={line} />
          </p>
        ))}
      </div>
      {/* On a projector the stage cuts off what hangs over its edge, as the ring would. */}
      <div style={{ paddingRight: presenting ? 20 : 0 }}>
        <Slider
          label={sweep.done > graph.operations.length && reverse ? text.backwards : text.forwards}
          value={sweep.done}
          min={0}
          max={Math.max(1, sweep.total)}
          integer
          locale={locale}
          onChange={(done) => set({ done: done >= sweep.total ? ALL : done })}
        />
      </div>
      {!reverse && graph.variables.length > 1 && (
        <Choice
          label={text.along}
          value={String(along)}
          options={graph.variables.map((index, place) => ({ id: String(place), label: name(index) }))}
          locale={locale}
          onChange={(place) => set({ along: Number(place) })}
        />
      )}
      {!presenting && (
        <Inputs
          graph={graph}
          inputs={inputs}
          gradients={gradients}
          differences={differences}
          width={width}
          locale={locale}
          text={text}
          onChange={(place, value) => set({ inputs: inputs.with(place, value) })}
        />
      )}
      <p className={presenting ? 'key big' : 'key'}>
        <span>
          <MathText text={reverse ? text.keyReverse : text.keyForward} />
        </span>
      </p>
    </>
  )
}
