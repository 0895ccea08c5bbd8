/** What the stage shows as one SVG that needs nothing of the page: no style sheet, no theme, no font file. */

export interface Picture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

const NS = 'http://www.w3.org/2000/svg'

/** Properties that decide how an SVG element is painted. */
const PAINT = [
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'visibility',
  'stop-color',
  'vector-effect',
] as const

/** Copies every SVG, canvas, image and line of text of the stage to where it stands. */
export async function pictureOf(stage: HTMLElement): Promise<Picture> {
  const box = stage.getBoundingClientRect()
  const width = Math.round(box.width)
  const height = Math.round(box.height)
  const root = document.createElementNS(NS, 'svg')
  root.setAttribute('xmlns', NS)
  root.setAttribute('width', String(width))
  root.setAttribute('height', String(height))
  root.setAttribute('viewBox', `0 0 ${width} ${height}`)
  const paper = document.createElementNS(NS, 'rect')
  paper.setAttribute('width', '100%')
  paper.setAttribute('height', '100%')
  paper.setAttribute('fill', getComputedStyle(document.body).backgroundColor)
  root.append(paper)
  for (const element of stage.querySelectorAll('*')) await copyElement(element, box, root)
  copyText(stage, box, root)
  return { svg: new XMLSerializer().serializeToString(root), width, height }
}

async function copyElement(element: Element, box: DOMRect, root: SVGSVGElement): Promise<void> {
  const isOuterSvg = element instanceof SVGSVGElement && element.ownerSVGElement === null
  if (element instanceof SVGElement && !isOuterSvg) return
  const at = element.getBoundingClientRect()
  if (at.width === 0 || at.height === 0 || getComputedStyle(element).visibility === 'hidden') return
  if (isOuterSvg) {
    const copy = element.cloneNode(true) as SVGSVGElement
    paint(element, copy)
    await inlineImages(copy)
    place(copy, at, box)
    root.append(copy)
  } else if (element instanceof HTMLCanvasElement || element instanceof HTMLImageElement) {
    if (element instanceof HTMLImageElement && element.closest('picture') === null && !element.complete)
      return
    const image = document.createElementNS(NS, 'image')
    image.setAttribute('href', element instanceof HTMLCanvasElement ? element.toDataURL() : drawn(element))
    image.setAttribute('preserveAspectRatio', 'none')
    image.setAttribute('style', `image-rendering:${getComputedStyle(element).imageRendering}`)
    place(image, at, box)
    root.append(image)
  }
}

function place(element: SVGElement, at: DOMRect, box: DOMRect): void {
  element.setAttribute('x', String(at.left - box.left))
  element.setAttribute('y', String(at.top - box.top))
  element.setAttribute('width', String(at.width))
  element.setAttribute('height', String(at.height))
}

/** Writes the computed look of each element into its copy. */
function paint(original: Element, copy: Element): void {
  const style = getComputedStyle(original)
  if (style.display === 'none') copy.setAttribute('display', 'none')
  for (const property of PAINT) {
    const value = style.getPropertyValue(property)
    if (value !== '') copy.setAttribute(property, value)
  }
  copy.removeAttribute('class')
  copy.removeAttribute('style')
  for (let i = 0; i < original.children.length; i++) {
    const [from, to] = [original.children[i], copy.children[i]]
    if (from && to) paint(from, to)
  }
}

/** Pictures inside a drawing that are held by the page (blobs) become part of the file. */
async function inlineImages(svg: SVGSVGElement): Promise<void> {
  for (const image of svg.querySelectorAll('image')) {
    const href = image.getAttribute('href') ?? ''
    if (href === '' || href.startsWith('data:')) continue
    const blob = await (await fetch(href)).blob()
    image.setAttribute('href', await dataUrl(blob))
  }
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as string)
    reader.onerror = () => reject(new Error('unreadable picture'))
    reader.readAsDataURL(blob)
  })
}

function drawn(image: HTMLImageElement): string {
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth
  canvas.height = image.naturalHeight
  canvas.getContext('2d')?.drawImage(image, 0, 0)
  return canvas.toDataURL()
}

/** Words that stand in the stage as page text (legends) become text of the drawing, line by line. */
function copyText(stage: HTMLElement, box: DOMRect, root: SVGSVGElement): void {
  const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    const words = node.textContent?.trim() ?? ''
    if (words === '' || parent === null || parent.closest('svg, .vh, button, select, script')) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const at = range.getBoundingClientRect()
    if (at.width === 0) continue
    const style = getComputedStyle(parent)
    const text = document.createElementNS(NS, 'text')
    text.setAttribute('x', String(at.left - box.left))
    text.setAttribute('y', String(at.bottom - box.top - at.height * 0.26))
    text.setAttribute('fill', style.color)
    text.setAttribute('font-family', style.fontFamily)
    text.setAttribute('font-size', style.fontSize)
    text.setAttribute('font-weight', style.fontWeight)
    text.textContent = words
    root.append(text)
  }
}

/** The same picture as pixels, twice as dense as the page. */
export async function toPng(svg: string, width: number, height: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * 2
    canvas.height = height * 2
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
    )
  } finally {
    URL.revokeObjectURL(url)
  }
}
