/** Stores the book for reading offline: after the page is complete, when nothing else is to do, unless data is to be saved. */
interface Connection {
  readonly saveData?: boolean
}

/** Undefined where there is none, or where asking for it is forbidden: in a sandboxed frame, or by a strict browser. */
function serviceWorkers(): ServiceWorkerContainer | undefined {
  try {
    return 'serviceWorker' in navigator ? navigator.serviceWorker : undefined
  } catch {
    return undefined
  }
}

export function setUpOffline(): void {
  const workers = serviceWorkers()
  if (import.meta.env.DEV || workers === undefined) return
  const connection = (navigator as Navigator & { readonly connection?: Connection }).connection
  if (connection?.saveData === true) return
  const base = document.documentElement.dataset['base'] ?? './'
  const register = (): void => {
    void workers.register(new URL(`${base}sw.js`, location.href)).catch(() => {
      // No storage, or a private window: the book works online.
    })
  }
  const whenIdle = (): void => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(register, { timeout: 10_000 })
    else setTimeout(register, 2000)
  }
  if (document.readyState === 'complete') whenIdle()
  else window.addEventListener('load', whenIdle)
}
