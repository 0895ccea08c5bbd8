/** The page's fonts inside a picture that leaves the page, and the wait until a browser draws with them. */

const NAMESPACE = 'http://www.w3.org/2000/svg'
/** Families of the pictures' Latin text and formulas; other scripts are left to the device. */
const FAMILIES = ['Source Sans 3 Variable', 'KaTeX_Math', 'KaTeX_Main']

/** A face as text of a style sheet, its file inside as data. */
export interface FontFaceText {
  readonly css: string
  readonly family: string
  readonly weight: string
  readonly style: string
}

/** The page's own faces. One that cannot be read is left out. */
export async function loadPageFonts(): Promise<readonly FontFaceText[]> {
  const rules = [...document.styleSheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule)
    } catch {
      return []
    }
  })
  const wanted = rules.filter((rule) => {
    const range = rule.style.getPropertyValue('unicode-range')
    return FAMILIES.includes(familyOf(rule)) && (range === '' || /U\+0000|U\+0-/i.test(range))
  })
  const faces = await Promise.all(wanted.map(loadFace))
  return faces.filter((face) => face !== undefined)
}

const familyOf = (rule: CSSFontFaceRule): string =>
  rule.style.getPropertyValue('font-family').replace(/["']/g, '')

async function loadFace(rule: CSSFontFaceRule): Promise<FontFaceText | undefined> {
  const address = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.getPropertyValue('src'))?.[1]
  if (address === undefined) return undefined
  try {
    const response = await fetch(new URL(address, rule.parentStyleSheet?.href ?? document.baseURI))
    if (!response.ok) return undefined
    const bytes = new Uint8Array(await response.arrayBuffer())
    let binary = ''
    for (const byte of bytes) binary += String.fromCharCode(byte)
    const family = `"${familyOf(rule)}"`
    const weight = rule.style.getPropertyValue('font-weight') || '400'
    const style = rule.style.getPropertyValue('font-style') || 'normal'
    const source = `url(data:font/woff2;base64,${btoa(binary)}) format("woff2")`
    return {
      css: `@font-face{font-family:${family};font-weight:${weight};font-style:${style};src:${source}}`,
      family,
      // A variable face covers a range; any weight of it will do.
      weight: weight.includes(' ') ? '400' : weight,
      style,
    }
  } catch {
    return undefined
  }
}

/** The picture as text, with these faces inside. */
export function withFonts(picture: SVGSVGElement, faces: readonly FontFaceText[]): string {
  const style = document.createElementNS(NAMESPACE, 'style')
  style.textContent = faces.map(({ css }) => css).join('\n')
  picture.prepend(style)
  return new XMLSerializer().serializeToString(picture)
}

/** Side of the cell that a face's probe letter stands in, CSS px. */
const CELL = 16
const LONGEST_WAIT_MS = 4000
const BETWEEN_TRIES_MS = 25

/**
 * Draws the picture. A browser calls an image complete before the fonts inside it are ready, and draws no text until then:
 * so a strip below the picture holds a letter of each face, and the picture is drawn again until all can be seen.
 */
export async function drawPicture(
  picture: SVGSVGElement,
  faces: readonly FontFaceText[],
  factor: number,
): Promise<HTMLCanvasElement> {
  const width = Number(picture.getAttribute('width'))
  const height = Number(picture.getAttribute('height'))
  appendProbes(picture, faces, width, height)
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(withFonts(picture, faces))}`
  await image.decode()
  const [full, context] = makeCanvas(width * factor, (height + CELL) * factor)
  for (let waited = 0; ; waited += BETWEEN_TRIES_MS) {
    context.clearRect(0, 0, full.width, full.height)
    context.drawImage(image, 0, 0, full.width, full.height)
    const shown = faces.every((_, i) => hasInk(context, i * CELL * factor, height * factor, CELL * factor))
    if (shown || waited >= LONGEST_WAIT_MS) break
    await new Promise((resume) => setTimeout(resume, BETWEEN_TRIES_MS))
  }
  const [cut, cutContext] = makeCanvas(width * factor, height * factor)
  cutContext.drawImage(full, 0, 0)
  return cut
}

function makeCanvas(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width)
  canvas.height = Math.round(height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('No canvas to draw the picture on')
  return [canvas, context]
}

function appendProbes(
  picture: SVGSVGElement,
  faces: readonly FontFaceText[],
  width: number,
  height: number,
): void {
  picture.setAttribute('height', String(height + CELL))
  picture.setAttribute('viewBox', `0 0 ${width} ${height + CELL}`)
  for (const [i, { family, weight, style }] of faces.entries()) {
    const letter = document.createElementNS(NAMESPACE, 'text')
    for (const [name, value] of Object.entries({
      x: i * CELL + 2,
      y: height + CELL - 3,
      'font-family': family,
      'font-weight': weight,
      'font-style': style,
      'font-size': 12,
    }))
      letter.setAttribute(name, String(value))
    letter.textContent = 'H'
    picture.append(letter)
  }
}

/** Whether anything is drawn in a square of the canvas, in its own px. */
function hasInk(context: CanvasRenderingContext2D, x: number, y: number, side: number): boolean {
  const { data } = context.getImageData(Math.round(x), Math.ceil(y), Math.floor(side), Math.floor(side) - 1)
  return data.some((value, i) => i % 4 === 3 && value > 0)
}
