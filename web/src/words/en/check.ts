/** The words of “Before you request”. They say what is documented, never what will be decided. */
export const words = {
  title: 'Before you request',
  lead:
    'Name the treatment and paste your notes. You see what the guideline asks for, what your notes document, and what is missing.',
  private: 'Nothing is kept: the notes are read once for this answer and then forgotten. You need no account.',
  treatment: { label: 'Treatment', hint: 'As on the request, with the amount. For example: Soma 350 mg, 60 tablets', missing: 'Name the treatment' },
  notes: {
    label: 'Notes', hint: 'Paste them here, or load a text file. Leave out the name of the patient: it is not needed.',
    missing: 'Paste the notes, or load a text file', long: 'The notes are longer than 200,000 characters. Leave out what does not matter',
    count: (used: number) => `${used.toLocaleString('en-US')} of 200,000 characters`,
  },
  file: { label: 'Load a text file', hint: 'It is opened in your browser and put into the notes.', wrong: 'This file is no text. Paste its words instead', loaded: (name: string) => `${name} was put into the notes` },
  on: { label: 'Date of the request', hint: 'The guideline in force on this day counts. Leave it out for today.' },
  injury: { label: 'Date of the injury', hint: 'Some guidelines count from it.' },
  optional: 'optional',
  submit: 'Check the notes',
  checking: 'Checking…',

  result: 'Checklist',
  summary: (documented: number, all: number) =>
    documented === all && all > 0
      ? `Your notes document all ${all} points that the guideline asks for.`
      : `Your notes document ${documented} of ${all} points that the guideline asks for.`,
  caution:
    'This is a checklist, not a decision. A physician decides, and may ask for more. Even where all is documented, a request can be denied.',
  notAddressed: 'No guideline that is loaded here addresses this treatment.',
  notAddressedText: 'Check the spelling, or use the generic name. If it is right, the request rests on other evidence: say which.',
  searched: (pages: number) => (pages === 1 ? '1 page was searched.' : `${pages} pages were searched.`),
  missing: (count: number) => `To add (${count})`,
  against: (count: number) => `Speaks against the request (${count})`,
  documented: (count: number) => `Documented (${count})`,
  example: 'This would document it',
  wordsOfNotes: 'In your notes',
  none: 'Nothing of this kind.',
  copy: 'Copy as text',
  copied: 'The checklist was copied.',
  notCopied: 'Your browser does not let pages copy. Mark the text and copy it.',
  print: 'Print',
  made: (day: string) => `Checked against the guideline in force on ${day}`,
}
