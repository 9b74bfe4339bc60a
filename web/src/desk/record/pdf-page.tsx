import { useEffect, useRef, useState } from 'react'
import { words } from '@words/desk'
import { drawPage } from './pdf-pages'

/** A page of a PDF, drawn as sharp as the screen is. Keyed by document and page: none shows the page before. */
export function PdfPage({ url, page, zoom, name }: { url: string; page: number; zoom: number; name: string }) {
  const frame = useRef<HTMLDivElement>(null)
  const [failed, setFailed] = useState(false)
  const width = useDrawnWidth(frame, zoom)
  useEffect(() => {
    if (width === 0) return
    let wanted = true
    drawPage(url, page, width).then(
      (canvas) => wanted && frame.current?.replaceChildren(canvas),
      () => wanted && setFailed(true),
    )
    return () => void (wanted = false)
  }, [url, page, width])
  return (
    <>
      <div ref={frame} className="page-picture" role="img" aria-label={name} />
      {failed && <p className="viewer__note" role="alert">{words.records.failed}</p>}
    </>
  )
}

const step = 64

/** Pixels of the screen that the frame is wide, by steps, so that a moved border draws nothing anew. */
function useDrawnWidth(frame: React.RefObject<HTMLElement>, zoom: number): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const measure = () => setWidth(Math.ceil(((frame.current?.clientWidth ?? 0) * devicePixelRatio) / step) * step)
    const watch = new ResizeObserver(measure)
    if (frame.current) watch.observe(frame.current)
    measure()
    return () => watch.disconnect()
  }, [frame, zoom])
  return width
}
