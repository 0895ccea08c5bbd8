/** Which way an arrow key moves something on a picture, in px with y down; null for other keys. */
export function nudge(key: string, far: boolean): { dx: number; dy: number } | null {
  const step = far ? 10 : 1
  switch (key) {
    case 'ArrowLeft':
      return { dx: -step, dy: 0 }
    case 'ArrowRight':
      return { dx: step, dy: 0 }
    case 'ArrowUp':
      return { dx: 0, dy: -step }
    case 'ArrowDown':
      return { dx: 0, dy: step }
    default:
      return null
  }
}
