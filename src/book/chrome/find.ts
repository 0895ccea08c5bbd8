/** Filters the glossary while the reader types. */
export function setUpFind(): void {
  const input = document.querySelector<HTMLInputElement>('[data-find]')
  if (input === null) return
  const rows = [...document.querySelectorAll<HTMLElement>('.terms > div')]
  const output = document.querySelector<HTMLElement>('.find output')
  const filter = (): void => {
    const wanted = input.value.trim().toLowerCase()
    let shown = 0
    for (const row of rows) {
      const match = wanted === '' || row.textContent.toLowerCase().includes(wanted)
      row.hidden = !match
      if (match) shown++
    }
    if (output !== null) output.textContent = shown === 0 ? (output.dataset['none'] ?? '') : ''
  }
  input.addEventListener('input', filter)
  filter()
}
