import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist'
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

export type { PDFDocumentProxy, PDFPageProxy, RenderTask } from 'pdfjs-dist'

GlobalWorkerOptions.workerSrc = worker

/**
 * Opens a PDF of the server, or one of this device by its bytes. Of the server's only the pages that are looked at are fetched, by ranges. Import this file with import():
 * PDF.js is large. Close the document with `destroy()`.
 */
export function openPdf(from: string | Uint8Array): { document: Promise<PDFDocumentProxy>; close: () => void } {
  const task = getDocument({
    ...(typeof from === 'string' ? { url: from } : { data: from }),
    isEvalSupported: false,
    enableXfa: false,
    disableAutoFetch: true,
    disableStream: true,
    // A record looks the same on every machine.
    useSystemFonts: false,
    standardFontDataUrl: '/assets/pdf-fonts/',
  })
  return { document: task.promise, close: () => void task.destroy() }
}
