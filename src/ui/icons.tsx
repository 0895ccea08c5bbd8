import type { ReactNode } from 'react'

/** All icons: a 20 px grid, 1.5 px strokes, square caps. Transport glyphs are solid. */
const STROKED = {
  reset: 'M4.5 10a5.8 5.8 0 1 0 2-4.4M4 3v4h4',
  share: 'M10 12V3M6.5 6L10 2.5 13.5 6M5 9H4v8h12V9h-1',
  present: 'M3 4h14v9H3zM10 13v4M7 17h6',
  export: 'M10 3v9M6.5 8.5L10 12l3.5-3.5M4 16.5h12',
  search: 'M14.5 9A5.5 5.5 0 1 1 3.5 9a5.5 5.5 0 0 1 11 0zM13 13l4 4',
  close: 'M5 5l10 10M15 5L5 15',
  copy: 'M7 7h9v9H7zM4 13V4h9',
  compare: 'M2.5 4.5h6v11h-6zM11.5 4.5h6v11h-6z',
  swap: 'M3 7h13M12.5 3.5L16 7l-3.5 3.5M17 13H4M7.5 9.5L4 13l3.5 3.5',
  plus: 'M5 10h10M10 5v10',
  minus: 'M5 10h10',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  speed: 'M3.2 14a7 7 0 1 1 13.6 0M10 13l3.5-5',
  undo: 'M4 8h8a4.2 4.2 0 0 1 0 8.4H7M7.5 4.5L4 8l3.5 3.5',
  redo: 'M16 8H8a4.2 4.2 0 0 0 0 8.4h5M12.5 4.5L16 8l-3.5 3.5',
  warning: 'M10 3L18 16.5H2zM10 8v4M10 14v.5',
  table: 'M3 4h14v12H3zM3 8h14M3 12h14M8.5 4v12',
  question:
    'M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0zM7.8 8a2.2 2.2 0 1 1 3.3 2c-.8.5-1.1.9-1.1 1.7M10 13.6v.5',
  check: 'M4 10.5l4 4 8-9',
  'arrow-left': 'M16 10H4.5M9 5l-5 5 5 5',
  'arrow-right': 'M4 10h11.5M11 5l5 5-5 5',
  'chevron-down': 'M5 8l5 5 5-5',
  'chevron-right': 'M8 5l5 5-5 5',
  download: 'M10 3v9M6.5 8.5L10 12l3.5-3.5M4 16.5h12',
  upload: 'M10 12V3M6.5 6.5L10 3l3.5 3.5M4 16.5h12',
  'wifi-off':
    'M3 3l14 14M6.5 11.5a5 5 0 0 1 3-1.5M3.5 8.5A9.5 9.5 0 0 1 6 6.7M9 5.2a9.5 9.5 0 0 1 7.5 3.3M10 15.5v.5',
  keyboard: 'M2.5 5h15v10h-15zM5.5 8.5h.5M9.7 8.5h.5M14 8.5h.5M6 12h8',
  fullscreen: 'M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4',
  dice: 'M3.5 3.5h13v13h-13zM7 7h.5M12.7 7h.5M7 12.7h.5M12.7 12.7h.5M9.9 9.9h.5',
  trash: 'M3.5 5.5h13M8 5.5V3h4v2.5M5.5 5.5l.8 11.5h7.4l.8-11.5',
  link: 'M8.5 11.5l3-3M9 6l2-2a3.5 3.5 0 0 1 5 5l-2 2M11 14l-2 2a3.5 3.5 0 0 1-5-5l2-2',
  info: 'M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0zM10 9v5M10 6v.5',
  chip: 'M5.5 5.5h9v9h-9zM8 5.5V2.5M12 5.5V2.5M8 17.5v-3M12 17.5v-3M5.5 8h-3M5.5 12h-3M17.5 8h-3M17.5 12h-3',
} as const

const SOLID = {
  play: 'M5 3l12 7-12 7z',
  pause: 'M5 3h4v14H5zM11 3h4v14h-4z',
  step: 'M4 3l9 7-9 7zM14 3h2.5v14H14z',
  'step-back': 'M16 3l-9 7 9 7zM6 3H3.5v14H6z',
  stop: 'M4 4h12v12H4z',
} as const

export type IconName = keyof typeof STROKED | keyof typeof SOLID | 'theme'

/** An icon beside words, or inside an `IconButton` that names it; by itself it says nothing aloud. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return (
    <svg
      className={`${isSolid(name) ? 'icon solid' : 'icon'} ${className}`.trim()}
      viewBox="0 0 20 20"
      aria-hidden="true"
    >
      {draw(name)}
    </svg>
  )
}

function isSolid(name: IconName): name is keyof typeof SOLID {
  return name in SOLID
}

function draw(name: IconName): ReactNode {
  if (name === 'theme') {
    return (
      <>
        <circle cx="10" cy="10" r="6.5" />
        <path d="M10 3.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
      </>
    )
  }
  return <path d={isSolid(name) ? SOLID[name] : STROKED[name]} />
}
