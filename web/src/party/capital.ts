/** A sentence of the programme, which begins small, as it stands by itself. */
export const capital = (says: string): string => says.charAt(0).toUpperCase() + says.slice(1)
