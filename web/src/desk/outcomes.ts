import { useApi } from '../api/use-api'

/** What can be decided on an item: the programme's word, and what it means. */
export function useOutcomes(): { id: string; says: string }[] {
  const programme = useApi('/api/programme', {}, { staleTime: Infinity })
  return programme.data?.outcomes ?? []
}
