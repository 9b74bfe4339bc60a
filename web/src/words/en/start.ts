export const words = {
  title: 'Independent Medical Review',
  lead:
    'When an insurer denies a treatment after a work injury, an independent physician can look at the records and the ' +
    'guidelines and decide whether the treatment is medically necessary.',
  cards: {
    check: {
      title: 'Before you request',
      text: 'Name the treatment and paste your notes. See what the guideline asks for, what your notes document, and what is missing.',
      link: 'Check a request',
    },
    file: {
      title: 'File an application',
      text: 'For the injured worker, or who acts for them. One question a page; you can see how your case stands at any time.',
      link: 'Start an application',
    },
    guidelines: {
      title: 'Guidelines',
      text: 'What each guideline requires, edition by edition, with the day from which it counts and where it is written.',
      link: 'Read the guidelines',
    },
    determinations: {
      title: 'Published determinations',
      text: 'How physicians decided on other requests, with the reasons in full, and how often each treatment was found necessary.',
      link: 'Find determinations',
    },
  },
  how: {
    title: 'How a review goes',
    steps: [
      { title: 'You apply', text: 'within the time that is printed on the denial, with the denial itself.' },
      { title: 'The records arrive', text: 'from both sides, and each side sees what the other sent.' },
      { title: 'A physician decides', text: 'each treatment by itself, from the records and the guideline in force.' },
      { title: 'You get the letter', text: 'with the decision, the reasons, and where each of them stands.' },
    ],
  },
  signIn: {
    title: 'Work for the programme, or have a case?',
    text: 'Sign in to see your cases and what they wait for.',
  },
  yours: 'Your cases',
  goOn: (name: string) => `You are signed in as ${name}.`,
  toCases: 'Go to your cases',
}
