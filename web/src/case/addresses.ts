import { address } from '../api/client'

export const caseAddress = (number: string) => address('/cases/{number}', { params: { number } })
export const deskAddress = (number: string) => address('/cases/{number}/desk', { params: { number } })
/** Where a record, a letter or another paper of a case is served. */
export const documentAddress = (number: string, document: string) =>
  address('/api/cases/{number}/documents/{document}', { params: { number, document } })
export const reviewerAddress = (id: string) => address('/reviewers/{id}', { params: { id } })
