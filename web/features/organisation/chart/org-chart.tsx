import '@xyflow/react/dist/base.css'
import {
  Background,
  BackgroundVariant,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  type NodeChange,
  type NodeHandle,
  type XYPosition,
} from '@xyflow/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BandNode, type BandNodeType } from './band-node.tsx'
import { ChartButtons } from './chart-buttons.tsx'
import { drawnEdges } from './drawn-edges.ts'
import { LineEdge, type LineEdgeType } from './line-edge.tsx'
import { nodeUnder } from './node-under.ts'
import { PositionNode, type PositionNodeType } from './position-node.tsx'
import { ReportDialog } from './report-dialog.tsx'
import { HEIGHT, WIDTH, arrange } from './arrange.ts'
import type { Chart, Shown } from './records.ts'
import { openDepth, treeOf, visibleIn, type Toggled } from './tree.ts'
import { useMarks } from './use-marks.ts'
import { ZoomProperty } from './zoom-property.tsx'
import classes from './chart.module.css'

interface OrgChartProps {
  readonly chart: Chart
  readonly shown: Shown
  readonly chosen: string | null
  readonly onChoose: (id: string | null) => void
  readonly mayChange: boolean
}
type DrawnNode = PositionNodeType | BandNodeType

/** Known from the start, so that lines are right before, and without, a node being on screen. */
const SIZE = { width: WIDTH, height: HEIGHT }
const HANDLES: NodeHandle[] = [
  { type: 'target', position: Position.Top, x: WIDTH / 2, y: 0, width: 1, height: 1 },
  { type: 'source', position: Position.Bottom, x: WIDTH / 2, y: HEIGHT, width: 1, height: 1 },
]
const NODE_TYPES = { position: PositionNode, band: BandNode }
const EDGE_TYPES = { line: LineEdge }

/** The drawn chart. Dropping a position on another asks whether it shall report there. */
export function OrgChart(props: OrgChartProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  )
}

function Canvas({ chart, shown, chosen, onChoose, mayChange }: OrgChartProps) {
  const { t } = useTranslation('chart')
  const [toggled, setToggled] = useState<Toggled>(new Map())
  const [dropped, setDropped] = useState<{ positionId: string; superiorId: string } | null>(null)
  const tree = useMemo(() => treeOf(chart, shown), [chart, shown])
  const markSeen = useCentring(chosen, tree, toggled, setToggled)
  const chooseHere = useCallback(
    (id: string) => {
      // What was pressed on the chart is in sight already.
      markSeen(id)
      onChoose(id)
    },
    [markSeen, onChoose],
  )
  const depth = useMemo(() => openDepth(tree), [tree])
  const visible = useMemo(() => visibleIn(tree, depth, toggled), [tree, depth, toggled])
  const arranged = useMemo(() => arrange(chart, tree, visible.ids), [chart, tree, visible])
  const marksOf = useMarks(chart, tree)
  const toggle = useCallback((id: string, open: boolean) => setToggled((before) => new Map(before).set(id, open)), [])
  const laid = useMemo(
    (): DrawnNode[] => [
      ...arranged.bands.map(({ id, x, y, name, width, height }): BandNodeType => ({
        id: `band ${id}`,
        type: 'band',
        position: { x, y },
        data: { name },
        width,
        height,
        measured: { width, height },
        draggable: false,
        selectable: false,
        zIndex: -1,
      })),
      ...arranged.spots.flatMap(({ id, x, y }): PositionNodeType[] => {
        const position = tree.byId.get(id)
        if (position === undefined) return []
        const hidden = visible.closed.has(id) ? (tree.below.get(id) ?? 0) : 0
        const opens = (tree.children.get(id) ?? []).length > 0
        return [
          {
            id,
            type: 'position',
            position: { x, y },
            data: { position, marks: marksOf(position), hidden, opens, toggle, choose: chooseHere },
            width: WIDTH,
            height: HEIGHT,
            measured: SIZE,
            handles: HANDLES,
            draggable: mayChange,
          },
        ]
      }),
    ],
    [arranged, tree, visible, marksOf, toggle, chooseHere, mayChange],
  )
  const edges = useMemo(() => drawnEdges(chart, shown, arranged.spots), [chart, shown, arranged])
  const [held, setHeld] = useState<Held | null>(null)
  const nodes = useNodes(laid, chosen, held)
  const { target, look, end } = useDrop(arranged.spots, tree)
  return (
    <div className={classes.canvas} data-drop={target === null ? undefined : true}>
      <ReactFlow<DrawnNode, LineEdgeType>
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onNodesChange={(changes) => setHeld((before) => heldAfter(changes, before))}
        onNodeDrag={(_, node) => look(node)}
        onNodeDragStop={(_, node) => {
          const superiorId = end()
          setHeld(null)
          if (superiorId !== null) setDropped({ positionId: node.id, superiorId })
        }}
        onPaneClick={() => onChoose(null)}
        onlyRenderVisibleElements
        nodesFocusable={false}
        edgesFocusable={false}
        nodesConnectable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        nodeDragThreshold={6}
        minZoom={0.2}
        maxZoom={1.5}
        fitView
        fitViewOptions={{ padding: 0.06, maxZoom: 1, minZoom: 0.55 }}
        aria-label={t('title')}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1} color="var(--border)" />
        <ZoomProperty />
        <ChartButtons
          whole={visible.closed.size === 0}
          onWhole={(open) =>
            setToggled(new Map([...tree.children.keys()].map((id) => [id, open || tree.roots.includes(id)])))
          }
        />
      </ReactFlow>
      {dropped !== null && (
        <ReportDialog chart={chart} shown={shown} dropped={dropped} onClose={() => setDropped(null)} />
      )}
      {target !== null && (
        <p className={classes.dropping} role="status">
          {t('drop.on', { name: tree.byId.get(target)?.person?.name ?? tree.byId.get(target)?.title ?? '' })}
        </p>
      )}
    </div>
  )
}

interface Held {
  readonly id: string
  readonly position: XYPosition
}

/** Where the dragged node is held; everything else stays where it was laid. */
function heldAfter(changes: readonly NodeChange<DrawnNode>[], before: Held | null): Held | null {
  const move = changes.findLast((change) => change.type === 'position' && change.position !== undefined)
  return move?.type === 'position' && move.position !== undefined ? { id: move.id, position: move.position } : before
}

/** Marks the chosen node and moves the held one; the others stay the same objects, so that they are not drawn again. */
function useNodes(laid: DrawnNode[], chosen: string | null, held: Held | null): DrawnNode[] {
  return useMemo(() => {
    if (chosen === null && held === null) return laid
    return laid.map((node) => {
      if (node.id !== chosen && node.id !== held?.id) return node
      return { ...node, selected: node.id === chosen, position: node.id === held?.id ? held.position : node.position }
    })
  }, [laid, chosen, held])
}

/** Which position the dragged one is held over. */
function useDrop(spots: Parameters<typeof nodeUnder>[0], tree: ReturnType<typeof treeOf>) {
  const [target, setTarget] = useState<string | null>(null)
  const held = useRef<string | null>(null)
  return {
    target,
    look: (node: DrawnNode) => {
      const under = nodeUnder(spots, node.id, node.position)
      held.current = under !== null && tree.byId.has(under) ? under : null
      setTarget(held.current)
    },
    end: () => {
      const under = held.current
      held.current = null
      setTarget(null)
      return under
    },
  }
}

/** Opens the way to a position that was chosen elsewhere, and brings it into sight. */
function useCentring(
  chosen: string | null,
  tree: ReturnType<typeof treeOf>,
  toggled: Toggled,
  setToggled: (next: Toggled) => void,
): (id: string) => void {
  const { setCenter, getNode, getZoom } = useReactFlow()
  const centred = useRef<string | null>(null)
  useEffect(() => {
    if (chosen === null || !tree.byId.has(chosen)) {
      centred.current = null
      return
    }
    if (centred.current === chosen) return
    const node = getNode(chosen)
    if (node === undefined) {
      const next = new Map(toggled)
      for (let above = tree.parents.get(chosen); above !== undefined; above = tree.parents.get(above))
        next.set(above, true)
      if (next.size > toggled.size || [...next].some(([id, open]) => toggled.get(id) !== open)) setToggled(next)
      return
    }
    centred.current = chosen
    void setCenter(node.position.x + WIDTH / 2, node.position.y + HEIGHT / 2, { zoom: getZoom(), duration: 0 })
  })
  return useCallback((id: string) => {
    centred.current = id
  }, [])
}
