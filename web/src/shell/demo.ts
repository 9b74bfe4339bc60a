/** Whether the server shows invented cases: it says so in the Server-Timing of the page, which costs no request. */
export function isDemo(): boolean {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return page?.serverTiming?.some(({ name }) => name === 'demo') ?? false
}
