import { words } from '@words/criteria'
import './criteria.css'

/** How sure the wording of a criterion is; its shape tells it too. */
export function Standing({ standing }: { standing: string }) {
  const known = words.standings[standing]
  return <span className={`crit-standing crit-standing--${standing}`} title={known?.means}>{known?.name ?? standing}</span>
}

export function Kind({ kind, soft = false }: { kind: string; soft?: boolean }) {
  const known = words.kinds[kind]
  return (
    <span className="crit-kind" title={known?.means}>
      {known?.name ?? kind}{soft && ` · ${words.soft.name}`}
    </span>
  )
}

/** What the words of kind and standing mean. */
export function Legend() {
  return (
    <details className="crit-legend">
      <summary>{words.legend}</summary>
      <div className="crit-legend__parts">
        <Terms title={words.kindsTitle} terms={Object.entries({ ...words.kinds, soft: words.soft }).map(([id, { name, means }]) => ({ id, shown: <b>{name}</b>, means }))} />
        <Terms title={words.standingsTitle} terms={Object.entries(words.standings).map(([id, { means }]) => ({ id, shown: <Standing standing={id} />, means }))} />
      </div>
    </details>
  )
}

function Terms({ title, terms }: { title: string; terms: { id: string; shown: React.ReactNode; means: string }[] }) {
  return (
    <div>
      <p className="crit-legend__title">{title}</p>
      <dl>{terms.map(({ id, shown, means }) => <div key={id}><dt>{shown}</dt><dd>{means}</dd></div>)}</dl>
    </div>
  )
}
