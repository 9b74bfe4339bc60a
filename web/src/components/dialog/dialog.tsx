import { type ReactNode, useEffect, useId, useRef } from 'react'
import './dialog.css'

interface Props {
  open: boolean
  title: string
  /** Escape was pressed. The dialog stays until `open` says otherwise. */
  onClose: () => void
  children: ReactNode
}

/** A question above the page, by the browser's own modal dialog: it keeps the focus and gives it back. */
export function Dialog({ open, title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  const escape = (event: { preventDefault: () => void }) => {
    event.preventDefault()
    onClose()
  }
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={heading} onCancel={escape}>
      {open && (
        <>
          <h2 id={heading}>{title}</h2>
          {children}
        </>
      )}
    </dialog>
  )
}
