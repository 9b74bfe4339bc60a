import type { Role } from '../api/types'

export const staff: Role[] = ['intake', 'assign', 'review', 'quality', 'issue', 'medical-director']
export const parties: Role[] = ['applicant', 'administrator']
export const everybody: Role[] = [...staff, ...parties]

/** Where each role's day begins. */
export const homes: Record<Role, string> = {
  intake: '/work', assign: '/work', review: '/work', quality: '/work', issue: '/work', 'medical-director': '/work',
  administrator: '/my-cases', applicant: '/my-cases',
}
