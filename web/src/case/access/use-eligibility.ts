import type { Role } from '../../api/types'
import { useApi } from '../../api/use-api'
import type { Case } from '../use-case'

const states = ['received', 'eligibility-review', 'info-requested']

/** What the rules of eligibility say, while somebody of intake has to decide on it. */
export function useEligibility({ case_number: number, state }: Case, role: Role) {
  const enabled = role === 'intake' && states.includes(state)
  const { data } = useApi('/api/cases/{number}/eligibility', { params: { number } }, { enabled })
  return enabled ? data : undefined
}
