import type { ViewProps } from '../../protocol/view.ts'
import type spec from './spec.ts'
import { CurvesPanel } from './view/CurvesPanel.tsx'
import { SoftmaxPanel } from './view/SoftmaxPanel.tsx'

export default function View(props: ViewProps<typeof spec>) {
  return props.values.panel === 'softmax' ? <SoftmaxPanel {...props} /> : <CurvesPanel {...props} />
}
