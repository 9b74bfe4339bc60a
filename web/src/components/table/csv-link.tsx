import { useEffect, useState } from 'react'
import { words } from '@words/common'
import { toCsv, type Value } from './csv'

/** The figures of a table as a file, made here from what is shown. */
export function CsvLink({ name, titles, rows }: { name: string; titles: string[]; rows: Value[][] }) {
  const [url, setUrl] = useState('')
  const csv = toCsv(titles, rows)
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [csv])
  return <a className="usa-link" href={url} download={`${name}.csv`}>{words.table.csv}</a>
}
