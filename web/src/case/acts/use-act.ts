import { useState } from 'react'
import { ApiError } from '../../api/client'
import { type FieldError } from '../../components/errors/error-summary'
import { errorsIn } from '../form/server-errors'
import { useActing } from './act-context'

/**
 * Does something with a case, once at a time. Where the case changed meanwhile it is read anew, and the form stays with
 * all that was typed. `names`: the inputs that the server may find wrong.
 */
export function useAct(prefix: string, names: string[]) {
  const { again } = useActing()
  const [busy, setBusy] = useState(false)
  const [changed, setChanged] = useState(false)
  const [errors, setErrors] = useState<FieldError[]>([])
  const run = async (act: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setErrors([])
    setChanged(false)
    try {
      await act()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.changedMeanwhile) {
        await again()
        setChanged(true)
      } else setErrors(errorsIn(error, prefix, names))
    } finally {
      setBusy(false)
    }
  }
  return { busy, changed, errors, setErrors, run }
}
