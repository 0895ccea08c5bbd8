/** Shows a term's definition or a full reference while its link is pointed at or focused. */
export function setUpPreviews(): void {
  let bubble: HTMLElement | undefined
  let timer: number | undefined

  const hide = (): void => {
    window.clearTimeout(timer)
    bubble?.remove()
    bubble = undefined
  }
  const show = (link: HTMLElement): void => {
    const template = document.getElementById(link.dataset['preview'] ?? '')
    if (!(template instanceof HTMLTemplateElement)) return
    hide()
    const made = document.createElement('div')
    made.className = 'preview'
    made.id = 'preview'
    made.setAttribute('role', 'tooltip')
    made.append(template.content.cloneNode(true))
    document.body.append(made)
    link.setAttribute('aria-describedby', 'preview')
    place(made, link)
    made.addEventListener('pointerleave', hideSoon)
    made.addEventListener('pointerenter', () => {
      window.clearTimeout(timer)
    })
    bubble = made
  }
  const hideSoon = (): void => {
    window.clearTimeout(timer)
    timer = window.setTimeout(hide, 200)
  }
  const linkOf = (event: Event): HTMLElement | null =>
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-preview]') : null

  document.addEventListener('pointerover', (event) => {
    const link = linkOf(event)
    if (link === null || event.pointerType === 'touch') return
    window.clearTimeout(timer)
    timer = window.setTimeout(() => {
      show(link)
    }, 250)
  })
  document.addEventListener('pointerout', (event) => {
    if (linkOf(event) !== null) hideSoon()
  })
  document.addEventListener('focusin', (event) => {
    const link = linkOf(event)
    if (link?.matches(':focus-visible') === true) show(link)
  })
  document.addEventListener('focusout', (event) => {
    if (linkOf(event) !== null) hide()
  })
  // On a touch screen the first tap shows, the second follows the link.
  document.addEventListener('click', (event) => {
    const link = linkOf(event)
    if (link === null) {
      if (!(event.target instanceof Element) || event.target.closest('.preview') === null) hide()
      return
    }
    if (!window.matchMedia('(hover: none)').matches || bubble !== undefined) return
    event.preventDefault()
    show(link)
  })
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide()
  })
}

/** Below the link, above it where there is no room; never off the sides. */
function place(bubble: HTMLElement, link: HTMLElement): void {
  const box = link.getClientRects()[0] ?? link.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = bubble
  const left = Math.min(window.innerWidth - width - 12, Math.max(12, box.left))
  const below = box.bottom + 8
  const top = below + height > window.innerHeight - 8 ? box.top - height - 8 : below
  bubble.style.left = `${left + window.scrollX}px`
  bubble.style.top = `${top + window.scrollY}px`
}
