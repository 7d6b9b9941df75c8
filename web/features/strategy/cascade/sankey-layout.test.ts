import { expect, it } from 'vitest'
import { placeFlow, ribbon } from './sankey-layout.ts'

const node = (
  id: string,
  column: 'source' | 'objective' | 'perspective',
  amount: string,
  type: 'plan' | 'none' = 'plan',
) => ({
  id,
  column,
  type,
  recordId: null,
  title: id,
  amount,
})
const flow = {
  nodes: [
    node('lost', 'source', '50', 'none'),
    node('small', 'source', '10'),
    node('large', 'source', '40'),
    node('aim', 'objective', '50'),
    node('nothing', 'objective', '50', 'none'),
    node('end', 'perspective', '50'),
  ],
  links: [
    { from: 'large', to: 'aim', amount: '40' },
    { from: 'small', to: 'aim', amount: '10' },
    { from: 'lost', to: 'nothing', amount: '50' },
    { from: 'aim', to: 'end', amount: '50' },
  ],
}

it('stands the largest on top and what serves nothing at the foot', () => {
  const { nodes } = placeFlow(flow, 600, 300)
  const sources = nodes.filter((one) => one.column === 'source').sort((one, other) => one.y - other.y)
  expect(sources.map((one) => one.id)).toEqual(['large', 'small', 'lost'])
})

it('keeps nodes apart, and ribbons within their nodes', () => {
  const { nodes, links, height } = placeFlow(flow, 600, 300)
  for (const column of ['source', 'objective'])
    nodes
      .filter((one) => one.column === column)
      .sort((one, other) => one.y - other.y)
      .reduce((end, one) => (expect(one.y).toBeGreaterThanOrEqual(end), one.y + one.tall), 0)
  for (const link of links) {
    expect(link.fromY + link.thick).toBeLessThanOrEqual(link.from.y + link.from.tall + 0.001)
    expect(link.toY + link.thick).toBeLessThanOrEqual(link.to.y + link.to.tall + 0.001)
    expect(ribbon(link)).not.toContain('NaN')
  }
  expect(height).toBeLessThanOrEqual(300.001)
})

it('draws nothing from nothing', () => {
  expect(placeFlow({ nodes: [], links: [] }, 600, 300)).toEqual({ nodes: [], links: [], height: 1 })
})
