export const letter = {
  may_sign: false,
  missing: [
    { item: 1, message: 'The guideline that was used is not named.', section: 'Lab. Code 4610.6(d)', soft: false },
    { item: 0, message: 'The summary names no imaging, and an MRI is in the records.', section: '8 CCR 9792.10.6', soft: true },
  ],
  text: [
    'INDEPENDENT MEDICAL REVIEW FINAL DETERMINATION LETTER', '', 'Case Number:      CM00-0000103', 'Date of Injury:   04/02/2013',
    'Priority:         Expedited', '', 'CLINICAL CASE SUMMARY', '',
    'The injured worker is a 52 year old who sustained an industrial injury on April 2, 2013. Soma 350 mg three times a day has been taken since September 9, 2014.',
    '', 'IMR DECISION(S) AND RATIONALE(S)', '', '1. Soma (carisoprodol) 350 mg, 60 tablets is not medically necessary and appropriate.', '',
    'Rationale: It has been taken for eleven months; the guideline allows two to three weeks.',
  ].join('\n'),
}
