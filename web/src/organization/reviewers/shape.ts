import { words } from '@words/reviewers'

/** What is on file of a reviewer (packs/schema/reviewer.schema.json), as the form and the check of JSON need it. */
export interface Part {
  name: keyof typeof words.fields
  kind: 'text' | 'day' | 'number' | 'choice'
  required?: boolean
  options?: string[]
  most?: number
}

const states = (
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD ' +
  'TN TX UT VT VA WA WV WI WY AS GU MP PR VI'
).split(' ')

export const groups: Record<keyof typeof words.groups, Part[]> = {
  licences: [
    { name: 'type', kind: 'choice', required: true, options: 'MD DO PSY LAC OD DDS DPM DC PHARMD PT OT NP PA RN'.split(' ') },
    { name: 'state', kind: 'choice', required: true, options: states },
    { name: 'status', kind: 'choice', required: true, options: 'active restricted probation suspended revoked surrendered expired unknown'.split(' ') },
    { name: 'number', kind: 'text' },
    { name: 'from', kind: 'day' },
    { name: 'until', kind: 'day' },
  ],
  certifications: [
    { name: 'board', kind: 'text', required: true },
    { name: 'specialty', kind: 'text', required: true },
    { name: 'subspecialty', kind: 'text' },
    { name: 'until', kind: 'day' },
  ],
  relations: [
    { name: 'to', kind: 'text', required: true },
    { name: 'kind', kind: 'choice', required: true, options: ['familial', 'financial', 'professional'] },
    { name: 'tie', kind: 'text', required: true },
    { name: 'detail', kind: 'text' },
    { name: 'share_of_income', kind: 'number', most: 100 },
  ],
}

export interface Number {
  in: 'practice' | 'capacity'
  name: 'years' | 'hours_per_week' | 'per_day' | 'per_week'
  most: number
  required?: boolean
}

export const numbers: Number[] = [
  { in: 'capacity', name: 'per_day', most: 100, required: true },
  { in: 'capacity', name: 'per_week', most: 500, required: true },
  { in: 'practice', name: 'years', most: 80 },
  { in: 'practice', name: 'hours_per_week', most: 168 },
]

export const known = ['id', 'name', 'licences', 'certifications', 'practice', 'capacity', 'exclusions', 'disciplined', 'appointments', 'relations']

export type Entry = Record<string, string | number | null>
/** A reviewer as in a file of reviewers; what is left out or null is not known. */
export interface OnFile {
  id: string
  name: string
  licences: Entry[]
  certifications: Entry[]
  relations: Entry[]
  practice: Record<string, number | null>
  capacity: Record<string, number | null>
  exclusions: { parties?: string[]; items?: string[] }
  disciplined: boolean | null
  appointments: string[] | null
}

export const nobody: OnFile = {
  id: '', name: '', licences: [], certifications: [], relations: [], practice: {}, capacity: {}, exclusions: {}, disciplined: null, appointments: null,
}

export const onFile = (data: object): OnFile => ({ ...nobody, ...data })
