/** The words of an application, for a reader of twelve. Legal words stand in brackets, where a letter may use them. */
export const words = {
  title: 'Ask for a review',
  start: {
    lead:
      'Was a treatment denied after a work injury? A doctor who has nothing to do with the insurer can look at it. ' +
      'This doctor decides whether the treatment is medically necessary.',
    need: 'What you need',
    needs: [
      'The letter that denied the treatment (the utilization review decision)',
      'The claim number and the date of the injury. They are in the letter',
      'The names and addresses of the doctor and of the insurer',
      'Medical records that you want the doctor to read, if you have any',
    ],
    how: 'How it works',
    hows: [
      'We ask one thing at a time. It takes about 15 minutes.',
      'Your answers are kept on this device only, until you send them. You can stop and come back.',
      'If others use this device, delete your answers before you leave. They stay here when you sign out.',
      'The review costs you nothing.',
    ],
    begin: 'Start now',
    goOn: 'Go on with your application',
    saved: (done: number, all: number) => `You have an application that is not sent yet. ${done} of ${all} parts are answered.`,
    remove: 'Delete it and start again',
    removed: 'Your answers were deleted from this device.',
  },
  back: 'Back',
  next: 'Continue',
  leave: 'Save and come back later',
  kept: 'Your answers are kept on this device only.',
  progress: (at: number, all: number) => `Question ${at} of ${all}`,
  failed: (title: string) => `Error: ${title}`,
  optional: 'optional',
  month: 'Month',
  day: 'Day',
  year: 'Year',
  months: [
    'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
  ],
  choose: '- Select -',
  noDay: (label: string) => `${label}: enter a real date, with the month, the day and a year of four figures`,
  addressHint: 'Street, city, state and ZIP code',

  who: {
    title: 'Who are you?',
    options: {
      employee: 'I am the injured worker',
      employee_attorney: 'I am the worker’s attorney',
      family_member: 'I am a relative or somebody the worker chose to act for them',
    },
    missing: 'Choose who you are',
  },
  you: {
    title: 'Your name and address',
    hint: 'We send you a copy of each letter.',
    you_name: { label: 'Your full name', missing: 'Enter your full name' },
    you_address: { label: 'Your mailing address', missing: 'Enter your mailing address' },
  },
  worker: {
    title: (self: boolean) => (self ? 'Your name and address' : 'Who was injured?'),
    hint: (self: boolean) => (self ? 'We send our letters to this address.' : 'We send letters to the worker, too.'),
    worker_name: { label: 'Full name', hint: 'As it is in the letter that denied the treatment', missing: 'Enter the full name' },
    worker_address: { label: 'Mailing address', missing: 'Enter the mailing address' },
  },
  about: {
    title: (self: boolean) => (self ? 'Your age and sex' : 'The worker’s age and sex'),
    hint: 'The doctor who decides may need this. You can leave it out.',
    age: { label: 'Age in years', wrong: 'Enter the age in whole years, such as 47' },
    sex: { label: 'Sex', options: { female: 'Female', male: 'Male' } },
  },
  claim: {
    title: 'The claim',
    hint: 'Both are in the letter that denied the treatment.',
    claim: { label: 'Claim number', missing: 'Enter the claim number' },
    injury: {
      label: 'Date of the injury',
      hint: 'If it came on slowly, the date that the letter gives',
      missing: 'Enter the date of the injury',
      future: 'The date of the injury must be in the past',
    },
  },
  denial: {
    title: 'The letter that denied the treatment',
    hint: 'It may say “utilization review decision”, “denied”, “modified” or “non-certified”.',
    ur_decision: {
      label: 'Date of the letter',
      missing: 'Enter the date of the letter',
      future: 'The date of the letter must be in the past',
      early: 'The letter cannot be older than the injury. Check both dates',
    },
    ur_served_by: {
      label: 'How did the letter come?',
      options: {
        mail: 'By mail', express: 'By express or overnight mail', fax: 'By fax', electronic: 'By e-mail or a web site',
        personal: 'Somebody handed it over',
      },
      missing: 'Choose how the letter came',
    },
  },
  treatments: {
    title: 'What was denied?',
    hint: 'One treatment each: a drug, a test, a therapy, a device or an operation. A doctor decides on each by itself.',
    one: (at: number) => `Treatment ${at}`,
    text: {
      label: 'Treatment',
      hint: 'As the letter names it, with the amount. For example: Physical therapy, 12 visits',
      missing: (at: number) => `Enter treatment ${at}, or remove it`,
    },
    reasons: { label: 'Why it was denied', hint: 'Copy what the letter says, or leave it out' },
    service_date: {
      label: 'If you already had it: the date',
      future: 'A treatment that you already had must be in the past',
    },
    add: 'Add another treatment',
    added: (at: number) => `Treatment ${at} was added`,
    remove: (at: number) => `Remove treatment ${at}`,
  },
  administrator: {
    title: 'Who denied it?',
    hint: 'The insurer or the company that handles the claim (the claims administrator). The letter names it.',
    administrator_name: { label: 'Name of the company', missing: 'Enter the name of the company' },
    administrator_address: { label: 'Address', missing: 'Enter the address of the company. It is in the letter that denied the treatment' },
  },
  physician: {
    title: 'Which doctor asked for the treatment?',
    physician_name: { label: 'Name of the doctor', missing: 'Enter the name of the doctor' },
    physician_address: { label: 'Address of the practice', missing: 'Enter the address of the practice. It is on the request for authorization (RFA)' },
    request: {
      label: 'Date on which the doctor asked for it',
      hint: 'It is on the request for authorization (RFA)',
      future: 'The date of the request must be in the past',
    },
  },
  urgency: {
    title: 'Is it urgent?',
    hint:
      'It is urgent if waiting is a serious danger: to life, to a limb, to being able to use the body, or of getting much ' +
      'worse at once.',
    priority: {
      options: { standard: 'No, not in this sense', expedited: 'Yes, it is urgent' },
      hints: {
        standard: 'Most reviews are of this kind.',
        expedited: 'The doctor has to confirm the danger in writing. Send that with your records.',
      },
      missing: 'Choose whether it is urgent',
    },
  },
  records: {
    title: 'Choose what to send',
    hint: 'They are sent after your application, and you see how far they are. You can also send records later.',
    denial: 'Send the letter that denied the treatment. Without it the application cannot be taken up.',
    reload: 'The files stay in this window only. If you close it before you send the application, choose them again.',
  },
  check: {
    title: 'Check your answers',
    lead: 'You can change each answer. Nothing has been sent yet.',
    change: 'Change',
    none: 'Not given',
    files: (count: number) => (count === 1 ? '1 file' : `${count} files`),
    already: (day: string) => `You had it on ${day}`,
    noFiles: 'None chosen. You can send them after the application.',
    declare: 'Declaration',
    declaration:
      'I ask for an independent medical review of the treatments named above. I agree that the medical records needed for it ' +
      'are given to the review organization. What I have written here is true as far as I know.',
    agree: 'I agree',
    missing: 'Tick the box if you agree',
    send: 'Send the application',
    sending: 'Sending…',
  },
  receipt: {
    title: 'Application sent',
    number: 'Your case number',
    counts: 'The date that counts',
    sent: (name: string) => `We have received your application, ${name}.`,
    keep: 'Write the number down or print this page.',
    print: 'Print this page',
    next: 'What happens next',
    records: 'Now send your records',
    toCase: 'Go to your case',
    gone: 'There is no receipt in this window. Your case is in the list of your cases.',
  },
}
