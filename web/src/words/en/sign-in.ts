export const words = {
  title: 'Sign in',
  account: 'Account',
  password: 'Password',
  show: 'Show password',
  hide: 'Hide password',
  submit: 'Sign in',
  ended: 'You are signed out. Sign in to go on where you were.',
  code: {
    title: 'Enter the code',
    label: 'One-time code',
    hint: 'Six digits from the authenticator of your account',
    submit: 'Go on',
    back: 'Use another account',
  },
  missing: { account: 'Enter your account', password: 'Enter your password', code: 'Enter the code' },
}
