import { afterEach, expect, test, vi } from 'vitest'
import { $presented, present, stopPresenting } from '../../src/player/present/presented.ts'

/** A document whose full screen comes when the test lets it. */
function stubDocument() {
  let enter: () => void = () => undefined
  const root = {
    requestFullscreen: () =>
      new Promise<void>((resolve) => {
        enter = () => {
          made.fullscreenElement = root
          resolve()
        }
      }),
  }
  const made = {
    documentElement: root,
    fullscreenEnabled: true,
    fullscreenElement: null as object | null,
    exitFullscreen: vi.fn(() => {
      made.fullscreenElement = null
      return Promise.resolve()
    }),
    addEventListener: vi.fn(),
    removeEventListener: vi.fn(),
  }
  vi.stubGlobal('document', made)
  return { made, enter: () => enter() }
}

afterEach(() => {
  vi.unstubAllGlobals()
  $presented.set(null)
})

test('leaving takes the window back from full screen', async () => {
  const { made, enter } = stubDocument()
  present('valley')
  enter()
  await vi.waitFor(() => expect(made.addEventListener).toHaveBeenCalled())
  stopPresenting()
  expect($presented.get()).toBeNull()
  expect(made.fullscreenElement).toBeNull()
})

test('who leaves before the browser is there is not left in full screen', async () => {
  const { made, enter } = stubDocument()
  present('valley')
  stopPresenting()
  enter()
  await vi.waitFor(() => expect(made.exitFullscreen).toHaveBeenCalled())
  expect(made.fullscreenElement).toBeNull()
})
