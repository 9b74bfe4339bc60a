import { Button } from '@trussworks/react-uswds'
import { words } from '@words/desk'
import { prepare, useAct } from '../acts'
import { useDesk } from '../desk-context'
import { Problem } from '../problem'

/** Before a draft: the way to have one prepared. The reviewer may decide without it too. */
export function NoDraft() {
  const { number, can } = useDesk()
  const act = useAct(number)
  return (
    <section className="no-draft" aria-label={words.draft.title}>
      <h3>{words.draft.none}</h3>
      <p>{words.draft.noneText}</p>
      {can('draft-prepared') && (
        <Button type="button" disabled={act.isPending} onClick={() => act.mutate(prepare)}>
          {words.draft.prepare}
        </Button>
      )}
      <p role="status">{act.isPending && words.draft.preparing}</p>
      <Problem error={act.error} />
    </section>
  )
}
