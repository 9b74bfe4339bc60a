interface Explained {
  name: string
  means: string
}

/** What kinds of criteria there are, and how sure their wording is. */
export const words = {
  kinds: {
    required: { name: 'required', means: 'It must be shown.' },
    limit: { name: 'limit', means: 'A number that must not be passed.' },
    exclusion: { name: 'exclusion', means: 'It must not be so.' },
    allowance: { name: 'allowance', means: 'Where it is met, it makes up for another point.' },
    note: { name: 'note', means: 'Context. It decides nothing.' },
  } as Record<string, Explained>,
  standings: {
    confirmed: { name: 'confirmed', means: 'Read in the law, the guideline or a label.' },
    inferred: { name: 'inferred', means: 'Follows from such a text.' },
    reported: { name: 'reported', means: 'Reviewers were seen to apply it.' },
    unverified: { name: 'unverified', means: 'Not yet checked against the text.' },
  } as Record<string, Explained>,
  soft: { name: 'shown only', means: 'It is shown and never decides.' },
  kindsTitle: 'Kinds of points',
  standingsTitle: 'How sure the wording is',
  legend: 'What the words mean',
}
