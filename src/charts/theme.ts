import { useSyncExternalStore } from 'react'
import type { Theme } from './palette.ts'

/** The theme the page shows now: `<html data-theme>`, else the system's. */
export function readTheme(): Theme {
  const chosen = document.documentElement.dataset['theme']
  if (chosen === 'dark' || chosen === 'light') return chosen
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

function watchTheme(notify: () => void): () => void {
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  const observer = new MutationObserver(notify)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  system.addEventListener('change', notify)
  return () => {
    observer.disconnect()
    system.removeEventListener('change', notify)
  }
}

/** The page's theme, followed as it changes; light while prerendering. Only rasters need it: SVG uses CSS variables. */
export function useTheme(): Theme {
  return useSyncExternalStore(watchTheme, readTheme, () => 'light')
}
