import { Heatmap } from '../../../charts/Heatmap.tsx'
import { formatNumber } from '../../../i18n/number.ts'
import type { PlaygroundFrame } from '../spec/traffic.ts'
import { CLASS_LETTERS, fill, type Text } from './words.ts'

/** Test points by what they are (rows) and what they are taken for (columns). */
export function Confusion({ frame, width, text }: { frame: PlaygroundFrame; width: number; text: Text }) {
  const { classes, confusion } = frame
  if (classes === 0) return <p className="quiet">{text.noConfusion}</p>
  const names = CLASS_LETTERS.slice(0, classes)
  const largest = Math.max(1, ...confusion)
  return (
    <div className="pg-confusion">
      <Heatmap
        label={text.confusionLabel}
        width={Math.min(width, 320)}
        height={classes * 44 + 30}
        grid={{ columns: classes, rows: classes, values: confusion }}
        scale="magnitude"
        range={[0, largest]}
        rowNames={names.map((name) => fill(text.isClass, { name }))}
        columnNames={names.map((name) => fill(text.takenFor, { name }))}
        numbers={(count) => formatNumber(count)}
      />
      <p className="quiet">{text.confusionNote}</p>
    </div>
  )
}
