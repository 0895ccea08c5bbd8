/** The contents dialog; without scripts its link leads to the contents on the home page. */
export function setUpContents(): void {
  const dialog = document.querySelector<HTMLDialogElement>('#contents-dialog')
  if (dialog === null) return
  document.querySelector('[data-open="contents-dialog"]')?.addEventListener('click', (event) => {
    if (!(event instanceof MouseEvent) || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    dialog.showModal()
    dialog.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'center' })
  })
  dialog.addEventListener('click', (event) => {
    const target = event.target
    if (!(target instanceof Element)) return
    if (target === dialog || target.closest('[data-close], a') !== null) dialog.close()
  })
}
