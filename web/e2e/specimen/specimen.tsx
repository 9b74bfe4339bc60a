// Every component as it looks, for the tests alone.
import '../../src/styles/index.scss'
import { useCallback, useEffect, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, RouterProvider } from 'react-router-dom'
import type * as Plot from '@observablehq/plot'
import { useFilters } from '../../src/address/use-filters'
import { Chart, series } from '../../src/components/chart/chart'
import { Due } from '../../src/components/day/day'
import { Finding, type FindingState } from '../../src/components/finding/finding'
import { DataTable } from '../../src/components/table/data-table'
import { Page } from '../../src/shell/page'

const states: FindingState[] = ['met', 'not met', 'not documented', 'not looked at yet']
const cases = [
  { number: 'EX-100', item: 'Carisoprodol 350 mg, 60 tablets', due: '2015-10-11', pages: 640 },
  { number: 'EX-100-B', item: 'Lumbar MRI', due: '2015-10-13', pages: 88 },
  { number: 'EX-100-C', item: 'Physical therapy, 12 visits, of the right shoulder after arthroscopic repair', due: '2015-10-16', pages: 1204 },
]
const months = [['Jul', 1204, 'Upheld'], ['Aug', 1310, 'Upheld'], ['Jul', 98, 'Overturned'], ['Aug', 121, 'Overturned']]
const defaults = { state: 'all', q: '' }

function Specimen() {
  const [filters, change] = useFilters(defaults)
  const draw = useCallback(
    (plot: typeof Plot, width: number) =>
      plot.plot({ width, height: 240, color: { legend: true, range: series }, marks: [plot.barY(months, { x: (d) => d[0], y: (d) => d[1], fill: (d) => d[2], tip: true }), plot.ruleY([0])] }),
    [],
  )
  return (
    <main>
      <Page title="Specimen" lead="Every component as it looks.">
        <h2>Findings</h2>
        <ul>{states.map((state) => <li key={state}><Finding state={state} /></li>)}</ul>
        <h2>Table</h2>
        <label htmlFor="state">State</label>
        <select id="state" className="usa-select" value={filters.state} onChange={(event) => change({ state: event.target.value })}>
          <option value="all">All</option>
          <option value="late">Late</option>
        </select>
        <DataTable
          caption="Cases"
          columns={[
            { id: 'number', title: 'Case', heading: true, cell: ({ number }) => number },
            { id: 'item', title: 'Treatment', cell: ({ item }) => item },
            { id: 'due', title: 'Due', cell: ({ due }) => <Due on={due} today="2015-10-13" /> },
            { id: 'pages', title: 'Pages', number: true, cell: ({ pages }) => pages.toLocaleString('en-US') },
          ]}
          rows={filters.state === 'late' ? cases.slice(0, 1) : cases}
          rowKey={({ number }) => number}
        />
        <h2>Chart</h2>
        <Chart
          says="Upheld 2,514 of 2,733 requests in July and August."
          name="outcomes"
          columns={[{ id: 'month', title: 'Month' }, { id: 'count', title: 'Requests', number: true }, { id: 'outcome', title: 'Outcome' }]}
          rows={months}
          draw={draw}
        />
        <h2>Record</h2>
        <Record />
      </Page>
    </main>
  )
}

function Record() {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [words, setWords] = useState('')
  useEffect(() => {
    void import('../../src/pdf/pdf').then(async ({ openPdf }) => {
      const page = await (await openPdf('/sample.pdf').document).getPage(1)
      const viewport = page.getViewport({ scale: 1 })
      Object.assign(canvas.current!, { width: viewport.width, height: viewport.height })
      await page.render({ canvasContext: canvas.current!.getContext('2d')!, viewport }).promise
      const { items } = await page.getTextContent()
      setWords(items.map((item) => ('str' in item ? item.str : '')).join(' '))
    })
  }, [])
  return (
    <>
      <canvas ref={canvas} style={{ maxWidth: '100%' }} role="img" aria-label="Page 1 of the record" />
      <p className="words">{words}</p>
    </>
  )
}

createRoot(document.getElementById('root')!).render(<RouterProvider router={createBrowserRouter([{ path: '*', element: <Specimen /> }])} />)
