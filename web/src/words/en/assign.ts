export const words = {
  title: 'Assign the day',
  lead: 'All cases that wait for an expert reviewer, given out together. This is a proposal: nothing is recorded before you say so.',
  working: 'Finding the best assignment…',
  sum: (proposals: number, cases: number, reviewers: number) =>
    `${proposals} of ${cases} ${cases === 1 ? 'case' : 'cases'} can be given to ${reviewers} reviewers on file.`,
  nothing: { title: 'No case waits for a reviewer', text: 'A case comes here when its records are complete.', work: 'See the work list' },
  all: 'Propose all',
  again: 'Find it anew',
  sure: { title: 'Ask these reviewers?', text: (count: number) => `${count === 1 ? 'One reviewer is' : `${count} reviewers are`} asked to take a case. Each of them accepts it or gives it back.`, yes: 'Propose all' },
  proposals: 'Proposals',
  unassigned: 'Without a reviewer',
  columns: { number: 'Case', reviewer: 'Reviewer', reasons: 'Why', why: 'Why not', recorded: 'Recorded' },
  more: 'All reasons',
  recorded: { recorded: '✓ asked', meanwhile: '◆ given to somebody else meanwhile', not_tried: 'not recorded' } as Record<string, string>,
  done: (count: number) => (count === 1 ? 'One reviewer was asked.' : `${count} reviewers were asked.`),
  goOn: 'What stands in the list below is what was recorded.',
}
