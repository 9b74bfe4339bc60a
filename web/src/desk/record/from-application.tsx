import { words } from '@words/desk'
import { useDesk } from '../desk-context'

/** A place that is in no record but in the application: its words stand for it. */
export function FromApplication() {
  const { item, spot, desk } = useDesk()
  const places = [...item.criteria.flatMap((each) => each.places), ...desk.facts.map(({ place }) => place)]
  const found = places.find(({ document, begin }) => begin === spot.at && !desk.documents.some(({ name }) => name === document))
  return (
    <div className="viewer__note">
      <p>{words.records.application}</p>
      <blockquote>{found?.text}</blockquote>
    </div>
  )
}
