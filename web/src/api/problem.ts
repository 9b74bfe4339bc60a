import type { components } from './schema'

export type Problem = components['schemas']['Problem']

/**
 * An answer of the server that is no success: the problem that it told (RFC 9457). `code` stays the same when the words
 * change; show `words`. `offline` is the code where no answer came at all.
 */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string | undefined
  readonly fields: { field: string; message: string }[]
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.name = 'ApiError'
    this.problem = problem
    this.status = problem.status
    this.code = problem.code
    this.detail = problem.detail
    this.fields = problem.fields ?? []
  }

  /** What is wrong, for a person: the detail where there is one, since the title may be no more than the words of the status. */
  get words(): string {
    return this.detail ?? this.message
  }

  get signedOut(): boolean {
    return this.status === 401
  }

  get changedMeanwhile(): boolean {
    return this.status === 412
  }
}

export function offline(): ApiError {
  return new ApiError({ type: 'about:blank', status: 0, code: 'offline', title: 'The server cannot be reached.' })
}

/** The problem in an answer; where a proxy answered with something else, its status alone. */
export async function problemOf(answer: Response): Promise<ApiError> {
  const said: unknown = await answer.json().catch(() => null)
  if (isProblem(said)) return new ApiError(said)
  const title = `The server answered ${answer.status} ${answer.statusText}`.trim()
  return new ApiError({ type: 'about:blank', status: answer.status, code: `http_${answer.status}`, title })
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'title' in value && 'code' in value && 'status' in value
}
