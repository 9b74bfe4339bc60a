interface Props {
  number: string
  document: string | null
  /** What it is a file of, for the ear. */
  of?: string
  children: string
}

/** A document of the case, in a tab of its own; nothing where there is none. */
export function DocumentLink({ number, document, of, children }: Props) {
  if (!document) return null
  return (
    <a className="usa-link" href={`/api/cases/${encodeURIComponent(number)}/documents/${document}`} target="_blank" rel="noreferrer">
      {children}{of && <span className="usa-sr-only"> {of}</span>}
    </a>
  )
}
