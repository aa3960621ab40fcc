import { FailureError } from '../../http/failure'

/**
 * A refusal names each property as awork's own code spells it ("FirstName", "$.birthDate"); a form goes by its fields.
 * What is none of the form's fields keeps its name.
 * @param fields the ids of the form's fields
 */
export async function withFieldIds<T>(fields: readonly string[], sending: Promise<T>): Promise<T> {
  try {
    return await sending
  } catch (error) {
    if (!(error instanceof FailureError) || !error.failure.fieldErrors) throw error
    const fieldErrors = error.failure.fieldErrors.map(({ field, message }) => {
      const property = field.split('.').at(-1)?.toLowerCase()
      return { field: fields.find(id => id.toLowerCase() === property) ?? field, message }
    })
    throw new FailureError({ ...error.failure, fieldErrors })
  }
}
