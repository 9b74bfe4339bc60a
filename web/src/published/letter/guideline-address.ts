/** What a section of a guideline is about, as the list of topics is searched: `Opioids` of `Opioids, criteria for use`. */
export const topicOf = (section: string): string => /^[^(,:;-]*[^(,:;\s-]/.exec(section.trim())?.[0] ?? section.trim()

export const guidelineAddress = (section: string): string => `/guidelines?${new URLSearchParams({ q: topicOf(section) })}`
