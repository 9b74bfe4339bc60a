const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** 12 as ¹². */
export const raised = (number: number): string => String(number).replace(/\d/g, (digit) => digits[Number(digit)] ?? '')
