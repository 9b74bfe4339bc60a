const session = (account, name, role, more = {}) => ({
  account, name, role, csrf: `csrf-${account}`, today: '2015-10-13', idle_minutes: 30, until: '2015-10-13T20:00', ...more,
})

/** Invented accounts: staff and reviewers need the code. */
export const accounts = [
  { account: 'intake', password: 'intake-password', code: '111111', session: session('intake', 'Ina Invented', 'intake') },
  { account: 'reviewer', password: 'reviewer-password', code: '222222', session: session('reviewer', 'Dr. Rhea Invented', 'review') },
  { account: 'worker', password: 'worker-password', session: session('worker', 'Wes Invented', 'applicant') },
  { account: 'brief', password: 'brief-password', session: session('brief', 'Bree Invented', 'applicant', { idle_minutes: 2 }) },
]

export const known = (account) => {
  const { password, code } = accounts.find((each) => each.account === account)
  return { account, password, ...(code && { code }) }
}
