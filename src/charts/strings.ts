/** Words that pictures need by themselves. Names of data come from the View. */
export const chartStrings = {
  en: {
    readValues: 'Read the values',
    turnSurface: 'Turn the surface',
    surfaceTurned: (degrees: string) => `turned to ${degrees} degrees`,
    cursor: 'Drawing cursor',
    pointsCount: (count: string) => `${count} points`,
    pointAt: (x: string, y: string) => `at ${x}, ${y}`,
    cursorHelp: 'Arrow keys move, Enter adds, Delete removes the nearest point.',
  },
  zh: {
    readValues: '读取数值',
    turnSurface: '转动曲面',
    surfaceTurned: (degrees: string) => `转到 ${degrees} 度`,
    cursor: '绘图光标',
    pointsCount: (count: string) => `${count} 个点`,
    pointAt: (x: string, y: string) => `位于 ${x}，${y}`,
    cursorHelp: '方向键移动，回车添加，Delete 删除最近的点。',
  },
}

export type ChartLocale = keyof typeof chartStrings
