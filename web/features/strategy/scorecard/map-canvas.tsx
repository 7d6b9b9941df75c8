import '@xyflow/react/dist/base.css'
import {
  Background,
  ConnectionMode,
  Controls,
  Handle,
  MarkerType,
  Position,
  ReactFlow,
  applyNodeChanges,
} from '@xyflow/react'
import type { Edge, Node, NodeChange, NodeProps } from '@xyflow/react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MAP, NODE, layMap } from '#contract/map-layout.ts'
import type { Band } from '#contract/map-layout.ts'
import { api } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { PERSPECTIVE_ICON } from '../perspective.ts'
import type { Light, Scorecard } from '../records.ts'
import { LIGHT_LOOK } from './light-badge.tsx'
import classes from './scorecard.module.css'
import { useCardChange } from './use-card-change.ts'

interface MapCanvasProps {
  readonly card: Scorecard
  readonly chosen: string | undefined
  readonly onChoose: (objectiveId: string | undefined) => void
}

type ObjectiveNode = Node<{ title: string; light: Light; bound: boolean }, 'objective'>
type BandNode = Node<{ band: Band; width: number }, 'band'>
type MapNode = ObjectiveNode | BandNode

const TYPES = { objective: ObjectiveBox, band: BandBox }
/** How long after the last press of an arrow key places are kept. */
const KEEP_AFTER = 600

/** The strategy map to draw on: objectives are dragged within their bands, arrows drawn from cause to effect. */
export function MapCanvas({ card, chosen, onChoose }: MapCanvasProps) {
  const { t } = useTranslation('scorecard')
  const carryOut = useCardChange()
  const may = useMay(card.parentId === null ? 'objectives.change' : 'goals.change').allowed
  const layout = useMemo(() => layMap(card.items), [card.items])
  const { nodes, onNodesChange } = useNodes({ card, chosen, may })
  const titleOf = (id: string) => card.items.find((item) => item.id === id)?.title ?? ''
  const edges = card.causes.map(({ causeId, effectId, above }): Edge => ({
    id: `${causeId} ${effectId}`,
    source: causeId,
    target: effectId,
    deletable: may && !above,
    ariaLabel: t('map.cause', { cause: titleOf(causeId), effect: titleOf(effectId) }),
    markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color: 'var(--mute-fill)' },
    className: [classes.edge, chosen === causeId || chosen === effectId ? classes.near : '', above ? classes.above : '']
      .filter(Boolean)
      .join(' '),
  }))
  const setCause = (causeId: string, effectId: string, drawn: boolean) =>
    carryOut(() => api.strategy.scorecards.setCause({ id: card.id, causeId, effectId, drawn }), {
      words: t(drawn ? 'causes.drawn' : 'causes.removed'),
      undo: () => api.strategy.scorecards.setCause({ id: card.id, causeId, effectId, drawn: !drawn }),
    })
  return (
    <section className={classes.canvas} style={{ height: Math.min(layout.height + 24, 860) }} aria-label={t('map')}>
      <p className="visually-hidden">{t('map.help')}</p>
      <ReactFlow<MapNode>
        nodes={nodes}
        edges={edges}
        nodeTypes={TYPES}
        onNodesChange={onNodesChange}
        onConnect={({ source, target }) => void setCause(source, target, true)}
        onEdgesDelete={(gone) => gone.forEach(({ source, target }) => void setCause(source, target, false))}
        onNodeClick={(_, node) => node.type === 'objective' && onChoose(node.id)}
        onSelectionChange={({ nodes: selected }) => {
          const [first] = selected
          if (first !== undefined && first.id !== chosen) onChoose(first.id)
        }}
        nodesDraggable={may}
        nodesConnectable={may}
        connectionMode={ConnectionMode.Loose}
        deleteKeyCode={['Delete', 'Backspace']}
        snapToGrid
        snapGrid={[10, 10]}
        minZoom={0.4}
        maxZoom={1.5}
        fitView
        fitViewOptions={{ padding: 0.02, maxZoom: 1 }}
        zoomOnScroll={false}
        preventScrolling={false}
        attributionPosition="bottom-left"
      >
        <Background color="transparent" />
        <Controls position="bottom-right" showInteractive={false} />
      </ReactFlow>
    </section>
  )
}

function useNodes({ card, chosen, may }: { card: Scorecard; chosen: string | undefined; may: boolean }) {
  const { t } = useTranslation('scorecard')
  const carryOut = useCardChange()
  const layout = useMemo(() => layMap(card.items), [card.items])
  const moved = useRef(new Map<string, { x: number; y: number }>())
  const timer = useRef<number>(undefined)
  const base = useMemo((): MapNode[] => {
    const bands = layout.bands.map((band): BandNode => ({
      id: `band ${band.perspective}`,
      type: 'band',
      position: { x: 0, y: band.y },
      data: { band, width: layout.width },
      draggable: false,
      selectable: false,
      focusable: false,
      connectable: false,
      zIndex: -1,
    }))
    const objectives = card.items.map((item): ObjectiveNode => {
      const band = layout.bands.find(({ perspective }) => perspective === item.perspective)
      const top = (band?.y ?? 0) + MAP.pad
      const effects = card.causes.filter(({ causeId }) => causeId === item.id).length
      return {
        id: item.id,
        type: 'objective',
        position: layout.places.get(item.id) ?? { x: MAP.label, y: top },
        data: { title: item.title, light: item.light, bound: may },
        ariaLabel: t('map.node', { title: item.title, light: t(`light.${item.light}`), effects }),
        selected: item.id === chosen,
        deletable: false,
        width: NODE.width,
        height: NODE.height,
        // An objective stays in its band: another perspective is another thing to want, not another place.
        extent: [
          [MAP.label, top],
          [MAP.label + 4000, (band?.y ?? 0) + (band?.height ?? 0) - MAP.pad + 8],
        ],
      }
    })
    return [...bands, ...objectives]
  }, [card, layout, chosen, may, t])
  // What is dragged moves at once; whatever the server says next takes its place.
  const [shown, setShown] = useState({ base, nodes: base })
  if (shown.base !== base) setShown({ base, nodes: base })

  function keep(): void {
    const items = [...moved.current].map(([objectiveId, { x, y }]) => {
      const item = card.items.find(({ id }) => id === objectiveId)
      const band = layout.bands.find(({ perspective }) => perspective === item?.perspective)
      const bounded = (value: number) => Math.min(4000, Math.max(0, Math.round(value)))
      return { objectiveId, x: bounded(x - MAP.label), y: bounded(y - (band?.y ?? 0) - MAP.pad) }
    })
    moved.current.clear()
    if (items.length > 0) void carryOut(() => api.strategy.scorecards.place({ id: card.id, items }))
  }
  const onNodesChange = (changes: NodeChange<MapNode>[]) => {
    setShown((now) => ({ ...now, nodes: applyNodeChanges(changes, now.nodes) }))
    if (!may) return
    for (const change of changes)
      if (change.type === 'position' && change.dragging === false && change.position !== undefined)
        moved.current.set(change.id, change.position)
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(keep, KEEP_AFTER)
  }
  return { nodes: shown.nodes, onNodesChange }
}

function ObjectiveBox({ data, selected }: NodeProps<ObjectiveNode>) {
  const { t } = useTranslation('scorecard')
  const [, Mark] = LIGHT_LOOK[data.light]
  return (
    <div className={classes.node} data-light={data.light} data-selected={selected} style={NODE}>
      <Handle type="target" position={Position.Bottom} isConnectable={data.bound} className={classes.handle ?? ''} />
      <span className={classes.nodeTitle}>{data.title}</span>
      <span className={classes.nodeLight}>
        <Mark size={14} stroke={1.5} aria-hidden />
        {t(`light.${data.light}`)}
      </span>
      <Handle type="source" position={Position.Top} isConnectable={data.bound} className={classes.handle ?? ''} />
    </div>
  )
}

function BandBox({ data: { band, width } }: NodeProps<BandNode>) {
  const { t } = useTranslation('strategy')
  const Mark = PERSPECTIVE_ICON[band.perspective]
  return (
    <div className={classes.band} style={{ width, height: band.height }}>
      <p className={classes.bandName}>
        <Mark size={16} stroke={1.5} aria-hidden />
        {t(`perspective.${band.perspective}`)}
      </p>
      <p className={classes.asks}>{t(`perspective.${band.perspective}.asks`)}</p>
    </div>
  )
}
