/** The name of a record as its sender knows it: without the folder that the case keeps it in. */
export const recordName = (name: string): string => name.replace(/^records\//, '')
