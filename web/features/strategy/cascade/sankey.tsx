import { useElementSize } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { ChartTable } from '#web/ui/chart-table.tsx'
import type { Cascade } from '../plans/records.ts'
import { NODE_WIDTH, placeFlow, ribbon } from './sankey-layout.ts'
import type { PlacedNode } from './sankey-layout.ts'
import classes from './cascade.module.css'

type Flow = Cascade['flows']['posts']

interface SankeyProps {
  readonly title: string
  readonly flow: Flow
  readonly format: (amount: string) => string
}

/** Until the place is measured. */
const WIDTH = 900

/** Effort or value as ribbons from plans and campaigns through objectives to perspectives; a hidden table says the same. */
export function Sankey({ title, flow, format }: SankeyProps) {
  const { t } = useTranslation(['plans', 'strategy'])
  const { ref, width: measured } = useElementSize<HTMLElement>()
  const width = measured || WIDTH
  const most = Math.max(
    ...['source', 'objective'].map((column) => flow.nodes.filter((node) => node.column === column).length),
  )
  const { nodes, links, height } = placeFlow(flow, width, Math.max(200, most * 40))
  const word = ({ type, column, title: name }: Flow['nodes'][number]) => {
    if (type === 'none') return t(column === 'source' ? 'cascade.flow.no-source' : 'cascade.flow.no-objective')
    if (type === 'rest') return t('cascade.flow.rest')
    return type === 'perspective' ? t(`strategy:perspective.${name}` as 'strategy:perspective.financial') : name
  }
  const byId = new Map(flow.nodes.map((node) => [node.id, node]))
  const nameOf = (id: string) => {
    const node = byId.get(id)
    return node === undefined ? '' : word(node)
  }
  return (
    <figure ref={ref} className={classes.figure}>
      <svg className={classes.plot} viewBox={`0 0 ${width} ${height + 4}`} style={{ height: height + 4 }} aria-hidden>
        {links.map((link) => (
          <path
            key={`${link.from.id} ${link.to.id}`}
            d={ribbon(link)}
            className={link.to.type === 'none' ? `${classes.ribbon} ${classes.lost}` : classes.ribbon}
          >
            <title>{`${word(link.from)} → ${word(link.to)}: ${format(link.amount)}`}</title>
          </path>
        ))}
        {nodes.map((node) => (
          <g key={node.id}>
            <rect
              x={node.x}
              y={node.y}
              width={NODE_WIDTH}
              height={node.tall}
              rx={2}
              className={node.type === 'none' ? `${classes.node} ${classes.lost}` : classes.node}
            >
              <title>{`${word(node)}: ${format(node.amount)}`}</title>
            </rect>
            <Label node={node} width={width} text={word(node)} amount={format(node.amount)} />
          </g>
        ))}
      </svg>
      <ChartTable
        caption={title}
        heads={[t('cascade.flow.from'), t('cascade.flow.to'), t('cascade.flow.amount')]}
        rows={flow.links.map((link) => [nameOf(link.from), nameOf(link.to), format(link.amount)])}
      />
    </figure>
  )
}

function Label({ node, width, text, amount }: { node: PlacedNode; width: number; text: string; amount: string }) {
  const right = node.x + NODE_WIDTH >= width - 1
  // Room for about as many letters as lie between two columns.
  const most = Math.max(8, Math.floor(width / 2 / 7.6) - amount.length - 4)
  const cut = text.length > most ? `${text.slice(0, most - 1)}…` : text
  return (
    <text
      className={classes.label}
      x={right ? node.x - 6 : node.x + NODE_WIDTH + 6}
      y={node.y + Math.max(node.tall / 2, 5) + 4}
      textAnchor={right ? 'end' : 'start'}
    >
      {cut} <tspan className={classes.amount}>{amount}</tspan>
    </text>
  )
}
