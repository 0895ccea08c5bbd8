import { Dialog } from '../../ui/Dialog.tsx'
import { KeysList } from '../keys/KeysList.tsx'
import type { Digits } from '../present/PresenterKeys.tsx'
import { ExportContent } from '../share/ExportContent.tsx'
import { ShareContent } from '../share/ShareContent.tsx'
import type { FigureState } from '../useFigure.ts'

export type Opened = 'share' | 'export' | 'keys'

interface Props {
  fig: FigureState
  opened: Opened | null
  /** The choice that the digits set. */
  digits: Digits | null
  onTable: () => void
  onClose: () => void
}

/** The figure's windows: one at a time. */
export function Dialogs({ fig, opened, digits, onTable, onClose }: Props) {
  const { strings, locale } = fig
  const titles = {
    share: strings.shareDialog.title,
    export: strings.exportDialog.title,
    keys: strings.keys.title,
  }
  return (
    <Dialog open={opened !== null} title={titles[opened ?? 'share']} locale={locale} onClose={onClose}>
      {opened === 'share' && <ShareContent fig={fig} />}
      {opened === 'export' && (
        <ExportContent
          fig={fig}
          onTable={() => {
            onClose()
            onTable()
          }}
        />
      )}
      {opened === 'keys' && <KeysList fig={fig} digits={digits} />}
    </Dialog>
  )
}
