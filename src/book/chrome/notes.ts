/**
 * Margin notes take no height, so a long one could run into the next, or into a figure that uses the margin.
 * Each is pushed below the one before; one that would reach into a figure is moved up.
 */
const GAP = 16

export function setUpNotes(): void {
  const blocks = [...document.querySelectorAll<HTMLElement>('.main > .note, .main > .wide')]
  const notes = blocks.filter((block) => block.classList.contains('note'))
  if (notes.length === 0) return
  const margin = window.matchMedia('(min-width: 1024px)')
  const settle = (): void => {
    for (const note of notes) note.style.transform = ''
    if (!margin.matches) return
    const boxes = blocks.map((block) => {
      const top = block.getBoundingClientRect().top
      return { block, top, height: block.scrollHeight, note: block.classList.contains('note') }
    })
    let floor = Number.NEGATIVE_INFINITY
    boxes.forEach((box, i) => {
      if (!box.note) {
        floor = box.top + box.height
        return
      }
      const wall = boxes.slice(i + 1).find((other) => !other.note)?.top ?? Number.POSITIVE_INFINITY
      const top = Math.max(Math.min(Math.max(box.top, floor + GAP), wall - box.height - GAP), floor + GAP)
      if (Math.abs(top - box.top) > 1)
        box.block.style.transform = `translateY(${Math.round(top - box.top)}px)`
      floor = top + box.height
    })
  }
  settle()
  void document.fonts.ready.then(settle)
  const main = document.querySelector('.main')
  if (main !== null) new ResizeObserver(settle).observe(main)
}
