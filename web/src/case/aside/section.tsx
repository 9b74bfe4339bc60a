import { type ReactNode, useId } from 'react'
import './aside.css'

/** A part of the page with its heading. `none` stands where there is nothing in it. */
export function Section({ title, children, none }: { title: string; children?: ReactNode; none?: string | false }) {
  const id = useId()
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {none ? <p className="part__none">{none}</p> : children}
    </section>
  )
}
