/** Whether something holds, by shape, colour and word. */
export function Holds({ holds, yes, no }: { holds: boolean; yes: string; no: string }) {
  return <span className={holds ? 'holds holds--yes' : 'holds holds--no'}><span aria-hidden="true">{holds ? '●' : '✕'}</span> {holds ? yes : no}</span>
}
