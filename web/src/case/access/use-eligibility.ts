import type { Role } from '../../api/types'
import { useApi } from '../../api/use-api'
import type { Case } from '../use-case'

const states = ['received', 'eligibility-review', 'info-requested']

/** What the rules of eligibility say, while somebody of intake has to decide on it; of no case yet nothing is asked. */
export function useEligibility(read: Case | undefined, role: Role) {
  const enabled = read !== undefined && role === 'intake' && states.includes(read.state)
  const { data, isLoading } = useApi('/api/cases/{number}/eligibility', { params: { number: read?.case_number ?? '' } }, { enabled })
  return { data: enabled ? data : undefined, isLoading }
}
