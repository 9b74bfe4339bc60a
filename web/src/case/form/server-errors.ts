import type { ApiError } from '../../api/problem'
import { errorsOf, type FieldError } from '../../components/errors/error-summary'

/**
 * What the server said was wrong, with the ids of the inputs of this form: `what.asked` or `asked` is the input
 * `PREFIX-asked`, where the form has it; else the message stands alone.
 */
export function errorsIn(error: ApiError, prefix: string, names: string[]): FieldError[] {
  return errorsOf(error).map(({ field, message }) => {
    const name = field?.split(/[./]/).find((part) => names.includes(part))
    return name ? { field: `${prefix}-${name}`, message } : { message }
  })
}

export const messageAt = (errors: FieldError[], id: string) => errors.find(({ field }) => field === id)?.message
