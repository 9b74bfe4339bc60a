import { words } from '@words/desk'
import { useApi } from '../../api/use-api'
import { Loading } from '../../shell/loading'
import { useDesk } from '../desk-context'
import { Problem } from '../problem'
import { PrecedentView } from './precedent'

/** The items of published letters that are most like this one. */
export default function PrecedentList() {
  const { number, item } = useDesk()
  const asked = { params: { number }, query: { item: item.item } }
  const { data, error } = useApi('/api/cases/{number}/precedents', asked, { staleTime: Infinity })
  const { precedents: say } = words
  if (!data) return error ? <Problem error={error} /> : <Loading label={say.loading} />
  const { letters, precedents: all } = data
  if (letters === null) return <p role="status">{say.noCollection}</p>
  if (all.length === 0) return <p role="status">{say.none(letters)}</p>
  return (
    <>
      <p role="status">{say.found(all.length, letters)}</p>
      <p className="precedents__note">{say.note}</p>
      <ol className="precedents__list">
        {all.map((each) => <PrecedentView key={`${each.id} ${each.item}`} precedent={each} />)}
      </ol>
    </>
  )
}
