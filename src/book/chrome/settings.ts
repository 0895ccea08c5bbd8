/** Theme and text width: chosen in the settings panel, remembered on this device, applied before the first paint. */
export interface Reading {
  theme?: 'light' | 'dark'
  width?: 'narrow' | 'wide'
}

const KEY = 'reading'

/** What was chosen before; nothing when storage is blocked or holds something else. */
export function readReading(): Reading {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (typeof stored !== 'object' || stored === null) return {}
    const { theme, width } = stored as Record<string, unknown>
    return {
      ...(theme === 'light' || theme === 'dark' ? { theme } : {}),
      ...(width === 'narrow' || width === 'wide' ? { width } : {}),
    }
  } catch {
    return {}
  }
}

function remember(reading: Reading): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(reading))
  } catch {
    // Storage is blocked: the choice holds for this page only.
  }
}

function apply(reading: Reading): void {
  const root = document.documentElement
  for (const name of ['theme', 'width'] as const) {
    const value = reading[name]
    if (value === undefined) root.removeAttribute(`data-${name}`)
    else root.setAttribute(`data-${name}`, value)
  }
}

export function setUpSettings(): void {
  const panel = document.getElementById('settings')
  if (panel === null) return
  let reading = readReading()
  const show = (): void => {
    for (const input of panel.querySelectorAll('input')) {
      const chosen =
        (reading as Record<string, string>)[input.name] ?? (input.name === 'theme' ? 'system' : 'normal')
      input.checked = input.value === chosen
    }
  }
  show()
  panel.addEventListener('change', (event) => {
    const input = event.target
    if (!(input instanceof HTMLInputElement)) return
    const next: Record<string, string> = { ...reading, [input.name]: input.value }
    if (next['theme'] === 'system') delete next['theme']
    if (next['width'] === 'normal') delete next['width']
    reading = next
    apply(reading)
    remember(reading)
  })
  // Another tab may have changed it, or this page may come back from the back-forward cache.
  const refresh = (): void => {
    reading = readReading()
    apply(reading)
    show()
  }
  window.addEventListener('storage', refresh)
  window.addEventListener('pageshow', (event) => event.persisted && refresh())
}
