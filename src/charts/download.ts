/** A figure's plots as one picture that stands alone: colours computed, rasters and fonts inside. */

const NAMESPACE = 'http://www.w3.org/2000/svg'
const PROPERTIES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'font-variant-numeric',
  'text-anchor',
]
// Nothing of these would be seen in a still picture.
const LEFT_OUT = '.reader, .press, .surface-hit > rect, [fill="transparent"]'

/** All pictures under `root` and their words, as they stand, as SVG text. Fonts are named, not included. */
export function svgToText(root: HTMLElement): string {
  return new XMLSerializer().serializeToString(composePicture(root))
}

/** The same with the page's own fonts inside, so that it looks the same anywhere. */
export async function loadSvg(root: HTMLElement): Promise<string> {
  const picture = composePicture(root)
  const style = document.createElementNS(NAMESPACE, 'style')
  style.textContent = await loadFontFaces(['Source Sans 3 Variable', 'KaTeX_Math', 'KaTeX_Main'])
  picture.prepend(style)
  return new XMLSerializer().serializeToString(picture)
}

/** The picture as a PNG, `factor` times its size on the page. Rejects when the browser cannot draw it. */
export async function loadPng(root: HTMLElement, factor = 2): Promise<Blob> {
  const text = await loadSvg(root)
  const box = root.getBoundingClientRect()
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(box.width * factor)
  canvas.height = Math.round(box.height * factor)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('No canvas to draw the picture on')
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob)
      else reject(new Error('The browser could not write the picture'))
    }, 'image/png')
  })
}

function composePicture(root: HTMLElement): SVGSVGElement {
  const box = root.getBoundingClientRect()
  const picture = document.createElementNS(NAMESPACE, 'svg')
  picture.setAttribute('xmlns', NAMESPACE)
  picture.setAttribute('width', String(Math.round(box.width)))
  picture.setAttribute('height', String(Math.round(box.height)))
  picture.setAttribute('viewBox', `0 0 ${Math.round(box.width)} ${Math.round(box.height)}`)
  picture.append(makeRect(0, 0, box.width, box.height, getComputedStyle(document.body).backgroundColor))
  for (const drawn of root.querySelectorAll<HTMLCanvasElement | SVGSVGElement>('canvas, svg')) {
    if (drawn.parentElement?.closest('svg, .vh') || drawn.getBoundingClientRect().width === 0) continue
    picture.append(drawn instanceof HTMLCanvasElement ? makeImage(drawn, box) : copySvg(drawn, box))
  }
  appendWords(root, box, picture)
  return picture
}

/** Words that stand beside the pictures as text of the page: keys and headings. */
function appendWords(root: HTMLElement, frame: DOMRect, picture: SVGSVGElement): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!parent || parent.closest('svg, .vh, .ctl, button, label, select, noscript')) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    if (box.width === 0 || !node.textContent?.trim()) continue
    const style = getComputedStyle(parent)
    const text = document.createElementNS(NAMESPACE, 'text')
    for (const [name, value] of Object.entries({
      x: box.left - frame.left,
      y: box.bottom - frame.top - box.height * 0.26,
      fill: style.color,
      'font-family': style.fontFamily,
      'font-size': style.fontSize,
      'font-weight': style.fontWeight,
    })) {
      text.setAttribute(name, String(value))
    }
    text.textContent = node.textContent.trim()
    picture.append(text)
  }
}

function makeRect(x: number, y: number, width: number, height: number, fill: string): SVGElement {
  const rect = document.createElementNS(NAMESPACE, 'rect')
  for (const [name, value] of Object.entries({ x, y, width, height, fill }))
    rect.setAttribute(name, String(value))
  return rect
}

function makeImage(canvas: HTMLCanvasElement, frame: DOMRect): SVGElement {
  const image = document.createElementNS(NAMESPACE, 'image')
  const box = canvas.getBoundingClientRect()
  const attributes = {
    x: box.left - frame.left,
    y: box.top - frame.top,
    width: box.width,
    height: box.height,
    preserveAspectRatio: 'none',
    href: canvas.toDataURL('image/png'),
    style: canvas.closest('.pixelated') ? 'image-rendering: pixelated' : '',
  }
  for (const [name, value] of Object.entries(attributes)) image.setAttribute(name, String(value))
  return image
}

function copySvg(svg: SVGSVGElement, frame: DOMRect): SVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const box = svg.getBoundingClientRect()
  inlineStyles(svg, copy)
  for (const idle of copy.querySelectorAll(LEFT_OUT)) idle.remove()
  for (const [name, value] of Object.entries({
    x: box.left - frame.left,
    y: box.top - frame.top,
    width: box.width,
    height: box.height,
  })) {
    copy.setAttribute(name, String(value))
  }
  copy.removeAttribute('class')
  return copy
}

/** Writes the computed look of every element on its copy: variables and classes do not leave the page. */
function inlineStyles(from: Element, to: Element): void {
  const computed = getComputedStyle(from)
  for (const property of PROPERTIES) {
    const value = computed.getPropertyValue(property)
    if (value !== '') to.setAttribute(property, value)
  }
  Array.from(from.children).forEach((child, index) => {
    const copy = to.children[index]
    if (copy) inlineStyles(child, copy)
  })
}

/** The page's own font faces for Latin text, their files inside as data. A face that cannot be read is left out. */
async function loadFontFaces(families: readonly string[]): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule)
    } catch {
      return []
    }
  })
  const wanted = rules.filter((rule) => {
    const family = rule.style.getPropertyValue('font-family').replace(/["']/g, '')
    const range = rule.style.getPropertyValue('unicode-range')
    return families.includes(family) && (range === '' || /U\+0000|U\+0-/i.test(range))
  })
  const faces = await Promise.all(wanted.map(loadFace))
  return faces.join('\n')
}

async function loadFace(rule: CSSFontFaceRule): Promise<string> {
  const address = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.getPropertyValue('src'))?.[1]
  if (address === undefined) return ''
  try {
    const response = await fetch(new URL(address, rule.parentStyleSheet?.href ?? document.baseURI))
    if (!response.ok) return ''
    const bytes = new Uint8Array(await response.arrayBuffer())
    let binary = ''
    for (const byte of bytes) binary += String.fromCharCode(byte)
    const style = ['font-family', 'font-weight', 'font-style'].map(
      (name) => `${name}:${rule.style.getPropertyValue(name)}`,
    )
    return `@font-face{${style.join(';')};src:url(data:font/woff2;base64,${btoa(binary)}) format("woff2")}`
  } catch {
    return ''
  }
}
