/** Tabs and the copy button of code blocks. */
function choose(block: HTMLElement, tab: HTMLElement): void {
  for (const other of block.querySelectorAll<HTMLElement>('[role="tab"]')) {
    const chosen = other === tab
    other.setAttribute('aria-selected', String(chosen))
    other.tabIndex = chosen ? 0 : -1
    document.getElementById(other.getAttribute('aria-controls') ?? '')?.classList.toggle('shown', chosen)
  }
}

function moveFocus(tab: HTMLElement, event: KeyboardEvent): void {
  const tabs = [...(tab.parentElement?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])]
  const at = tabs.indexOf(tab)
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  const next = tabs[(to + tabs.length) % tabs.length]
  next?.focus()
  next?.click()
}

async function copy(block: HTMLElement, button: HTMLElement): Promise<void> {
  const label = button.querySelector('span')
  const before = label?.textContent ?? ''
  try {
    await navigator.clipboard.writeText(block.querySelector('.panel.shown code')?.textContent ?? '')
  } catch {
    return
  }
  const say = (text: string): void => {
    if (label !== null) label.textContent = text
    button.setAttribute('aria-label', text)
  }
  say(button.dataset['copied'] ?? before)
  window.setTimeout(() => {
    say(before)
  }, 1500)
}

export function setUpCode(): void {
  for (const block of document.querySelectorAll<HTMLElement>('[data-code]')) {
    for (const tab of block.querySelectorAll<HTMLElement>('[role="tab"]')) {
      tab.addEventListener('click', () => {
        choose(block, tab)
      })
      tab.addEventListener('keydown', (event) => {
        moveFocus(tab, event)
      })
    }
    const button = block.querySelector<HTMLElement>('[data-copy]')
    button?.addEventListener('click', () => void copy(block, button))
  }
}
