/** Predict: the guess is made first; checking it opens what happens and sends the guess to the figure. */
import { sendFigureEvent } from '../../player/island.ts'
import { showFigure } from './islands.ts'

function setUpBlock(block: HTMLElement): void {
  const figure = block.dataset['predict'] ?? ''
  const button = block.querySelector<HTMLButtonElement>('[data-check]')
  const labels = [...block.querySelectorAll<HTMLLabelElement>('.guess label')]
  const chosen = (): HTMLInputElement | null => block.querySelector('.guess input:checked')
  const mark = (): void => {
    for (const label of labels) label.classList.toggle('on', label.querySelector('input')?.checked === true)
    if (button !== null) button.disabled = chosen() === null
  }
  block.addEventListener('change', mark)
  button?.addEventListener('click', () => {
    const input = chosen()
    if (input === null) return
    for (const label of labels) {
      const right = label.dataset['right']
      if (right !== undefined && label.querySelector('.verdict') === null)
        label.append(
          Object.assign(document.createElement('span'), { className: 'verdict', textContent: right }),
        )
      label.classList.toggle('right', right !== undefined)
    }
    block.querySelector('details')?.setAttribute('open', '')
    const values = JSON.parse(block.dataset['set'] ?? '{}') as Record<string, unknown>
    sendFigureEvent('figure:guess', {
      figure,
      label: input.closest('label')?.querySelector('span')?.textContent ?? '',
      sketch: input.dataset['sketch'] ?? null,
    })
    if (Object.keys(values).length > 0) sendFigureEvent('figure:set', { figure, values })
    showFigure(figure)
  })
  // A browser may restore the choice on reload.
  mark()
}

export function setUpPredict(): void {
  for (const block of document.querySelectorAll<HTMLElement>('[data-predict]')) setUpBlock(block)
}
