import { words } from '@words/case'
import { marks } from './clocks'

/** How a deadline stands, by shape, colour and word. */
export function ClockMark({ state }: { state: string }) {
  return (
    <span className={`clock clock--${state.replaceAll(' ', '-')}`}>
      <span aria-hidden="true">{marks[state] ?? '·'}</span> {words.clocks.states[state] ?? state}
    </span>
  )
}
