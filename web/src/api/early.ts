// What a page is about to read, asked for while its code is still on the way. Nothing else of the application is needed for it.

const soon = 15_000 // milliseconds that an answer is good for
const begun = new Map<string, { answer: Promise<Response>; at: number }>()

export const askedFor = 'application/json, application/problem+json'

/** Asks for addresses of the API. */
export function begin(addresses: string[]): void {
  for (const address of addresses) {
    const answer = fetch(address, { headers: { Accept: askedFor }, credentials: 'same-origin' })
    answer.catch(() => undefined) // whoever takes it hears of it
    begun.set(address, { answer, at: Date.now() })
  }
}

/** Whoever signs in or out next has nothing of these. */
export const dropEarly = (): void => begun.clear()

/** The answer that is on its way, once; nothing where none is, or where it is too old. */
export function taken(address: string): Promise<Response> | undefined {
  const found = begun.get(address)
  begun.delete(address)
  return found && Date.now() - found.at < soon ? found.answer : undefined
}
