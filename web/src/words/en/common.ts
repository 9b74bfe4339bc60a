/** The words of what appears on many pages: findings, days, tables, charts. */
export const words = {
  findings: {
    met: 'met',
    'not met': 'not met',
    'not documented': 'not documented',
    'not looked at yet': 'not looked at yet',
  },
  due: {
    late: (days: number) => (days === 1 ? '1 day late' : `${days} days late`),
    today: 'due today',
    tomorrow: 'due tomorrow',
    later: (days: number) => `in ${days} days`,
    none: 'no date',
  },
  table: {
    rows: (count: number) => (count === 1 ? '1 row' : `${count.toLocaleString('en-US')} rows`),
    empty: 'Nothing to show.',
    more: 'Show more',
    csv: 'Download as CSV',
  },
  chart: { loading: 'Drawing the chart…', figures: 'The figures of the chart' },
  errors: { title: 'There is a problem' },
}
