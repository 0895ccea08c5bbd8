/** A figure's plots as one picture that stands alone: colours computed, rasters and fonts inside. */
import { drawPicture, loadPageFonts, withFonts } from './pictureFonts.ts'

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

/** All pictures under `root` and their words, as they stand, as SVG text with the page's own fonts inside. */
export async function loadSvg(root: HTMLElement): Promise<string> {
  return withFonts(composePicture(root), await loadPageFonts())
}

/** The picture as a PNG, `factor` times its size on the page. Rejects when the browser cannot draw it. */
export async function loadPng(root: HTMLElement, factor = 2): Promise<Blob> {
  const canvas = await drawPicture(composePicture(root), await loadPageFonts(), factor)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob)
      else reject(new Error('The browser could not write the picture'))
    }, 'image/png')
  })
}

/** Room around the picture, in CSS px: on a slide nothing stands at the very edge. */
const MARGIN = 16

function composePicture(root: HTMLElement): SVGSVGElement {
  const inner = root.getBoundingClientRect()
  const box = new DOMRect(
    inner.x - MARGIN,
    inner.y - MARGIN,
    Math.round(inner.width) + 2 * MARGIN,
    Math.round(inner.height) + 2 * MARGIN,
  )
  const picture = document.createElementNS(NAMESPACE, 'svg')
  picture.setAttribute('xmlns', NAMESPACE)
  picture.setAttribute('width', String(box.width))
  picture.setAttribute('height', String(box.height))
  picture.setAttribute('viewBox', `0 0 ${box.width} ${box.height}`)
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
    const style = getComputedStyle(parent)
    for (const { words, box } of linesOf(node as Text)) {
      const text = document.createElementNS(NAMESPACE, 'text')
      for (const [name, value] of Object.entries({
        x: box.left - frame.left,
        y: box.bottom - frame.top - box.height * 0.26,
        fill: style.color,
        'font-family': style.fontFamily,
        // The picture is scaled to its column; a computed size knows nothing of that.
        'font-size': Number.parseFloat(style.fontSize) * parent.currentCSSZoom,
        'font-weight': style.fontWeight,
      })) {
        text.setAttribute(name, String(value))
      }
      text.textContent = words
      picture.append(text)
    }
  }
}

/** A text as it is broken into lines on the page; a picture breaks no lines. */
function linesOf(node: Text): readonly { readonly words: string; readonly box: DOMRect }[] {
  const range = document.createRange()
  range.selectNodeContents(node)
  const whole = range.getBoundingClientRect()
  if (whole.width === 0 || node.data.trim() === '') return []
  if (range.getClientRects().length === 1) return [{ words: node.data.trim(), box: whole }]
  const lines: { start: number; end: number; bottom: number }[] = []
  for (let at = 0; at < node.length; at++) {
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    const { bottom, width } = range.getBoundingClientRect()
    const last = lines.at(-1)
    if (last !== undefined && (width === 0 || Math.abs(bottom - last.bottom) < 1)) last.end = at + 1
    else if (width > 0) lines.push({ start: at, end: at + 1, bottom })
  }
  return lines.map(({ start, end }) => {
    range.setStart(node, start)
    range.setEnd(node, end)
    return { words: range.toString().trim(), box: range.getBoundingClientRect() }
  })
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
  // On the page an svg lets its labels stand out; inside another it would cut them off.
  if (getComputedStyle(svg).overflow === 'visible') copy.setAttribute('overflow', 'visible')
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
