import type { Role } from '../api/types'

export const staff: Role[] = ['intake', 'assign', 'review', 'quality', 'issue', 'medical-director']
export const parties: Role[] = ['applicant', 'administrator']
/** Who may file an application: the applicant's side, and intake for what came on paper. */
export const filers: Role[] = ['applicant', 'intake']
export const everybody: Role[] = [...staff, ...parties]

/** Where each role's day begins. */
export const homes: Record<Role, string> = {
  intake: '/work', assign: '/work', review: '/work', quality: '/work', issue: '/work', 'medical-director': '/work',
  administrator: '/my-cases', applicant: '/my-cases',
}
