import type { Role } from '../../api/types'
import { useApi } from '../../api/use-api'
import type { Case } from '../use-case'

const readers: Role[] = ['quality', 'medical-director']

/** The letter as it stands, while somebody has to pass or return it; of no case yet nothing is asked. */
export function useLetter(read: Case | undefined, role: Role) {
  const wanted = read?.state === 'in-quality' && readers.includes(role)
  const { data, error, isLoading } = useApi('/api/cases/{number}/letter', { params: { number: read?.case_number ?? '' } }, { enabled: wanted, staleTime: 15_000 })
  return { wanted, data, error, isLoading }
}
