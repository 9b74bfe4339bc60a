import type { PDFDocumentProxy } from 'pdfjs-dist'

const mostOpen = 3
const mostDrawn = 16

/** A document of the server, opened once, with the pages that were drawn last. */
class PdfPages {
  private readonly drawn = new Map<string, Promise<HTMLCanvasElement>>()

  private constructor(private readonly document: Promise<PDFDocumentProxy>, readonly close: () => void) {}

  static async open(url: string): Promise<PdfPages> {
    const { openPdf } = await import('../../pdf/pdf')
    const { document, close } = openPdf(url)
    return new PdfPages(document, close)
  }

  /** A page, so many pixels of the screen wide. */
  page(page: number, width: number): Promise<HTMLCanvasElement> {
    const key = `${page} ${width}`
    const known = this.drawn.get(key)
    this.drawn.delete(key)
    const canvas = known ?? this.draw(page, width)
    this.drawn.set(key, canvas)
    canvas.catch(() => this.drawn.delete(key))
    for (const oldest of this.drawn.keys()) {
      if (this.drawn.size <= mostDrawn) break
      this.drawn.delete(oldest)
    }
    return canvas
  }

  private async draw(number: number, width: number): Promise<HTMLCanvasElement> {
    const page = await (await this.document).getPage(number)
    const scale = width / page.getViewport({ scale: 1 }).width
    const viewport = page.getViewport({ scale })
    const canvas = document.createElement('canvas')
    canvas.width = Math.floor(viewport.width)
    canvas.height = Math.floor(viewport.height)
    const canvasContext = canvas.getContext('2d', { alpha: false })
    if (!canvasContext) throw new Error('this browser draws no pages')
    await page.render({ canvasContext, viewport, intent: 'display' }).promise
    page.cleanup()
    return canvas
  }
}

const open = new Map<string, Promise<PdfPages>>()
let lastWidth = 0

/** The pages of a PDF of the server; the three documents used last stay open. */
function pagesOf(url: string): Promise<PdfPages> {
  const known = open.get(url)
  open.delete(url)
  const pages = known ?? PdfPages.open(url)
  open.set(url, pages)
  pages.catch(() => open.delete(url))
  for (const [oldest, other] of open) {
    if (open.size <= mostOpen) break
    open.delete(oldest)
    void other.then(({ close }) => close())
  }
  return pages
}

export async function drawPage(url: string, page: number, width: number): Promise<HTMLCanvasElement> {
  lastWidth = width
  return (await pagesOf(url)).page(page, width)
}

/** Draws a page before it is asked for, as wide as the last one was; before the first one, only opens the document. */
export async function drawAhead(url: string, page: number): Promise<void> {
  const ready = lastWidth === 0 ? pagesOf(url) : drawPage(url, page, lastWidth)
  await ready.catch(() => undefined)
}

/** Whoever leaves the desk leaves no document open. */
export function closePdfs(): void {
  for (const pages of open.values()) void pages.then(({ close }) => close(), () => undefined)
  open.clear()
}
