import { Handle, Position, type Node, type NodeProps } from '@xyflow/react'
import { IconAlertTriangle, IconFlag, IconLink, IconMinus, IconPlus, IconStar } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChartPosition } from './records.ts'
import type { Mark } from './use-marks.ts'
import classes from './chart.module.css'

export type PositionNodeType = Node<
  {
    readonly position: ChartPosition
    readonly marks: readonly Mark[]
    /** How many stand below it out of sight. */
    readonly hidden: number
    readonly opens: boolean
    readonly toggle: (id: string, open: boolean) => void
    readonly choose: (id: string) => void
  },
  'position'
>

const MARKS = { centre: IconStar, representative: IconFlag, alone: IconLink } as const

/** A position on the chart: a press chooses it, the small button opens and closes what is below. */
export const PositionNode = memo(function PositionNode({ data, selected }: NodeProps<PositionNodeType>) {
  const { t } = useTranslation('chart')
  const { position, marks, hidden, opens, toggle, choose } = data
  const vacant = position.person === null
  return (
    <div
      className={classes.node}
      data-vacant={vacant || undefined}
      data-centre={marks.includes('centre') || undefined}
      data-chosen={selected || undefined}
    >
      <Handle type="target" position={Position.Top} className={classes.handle ?? ''} isConnectable={false} />
      <button type="button" className={classes.press} aria-pressed={selected} onClick={() => choose(position.id)}>
        <strong className="ellipsis">{position.title}</strong>
        {vacant ? (
          <span className={classes.vacant}>
            <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
            {t('vacant')}
          </span>
        ) : (
          <span className="ellipsis">{position.person?.name}</span>
        )}
      </button>
      {marks.length > 0 && (
        <span className={classes.marks}>
          {marks.map((mark) => {
            const Icon = MARKS[mark]
            return (
              <span key={mark} className={classes.mark} data-mark={mark}>
                <Icon size={12} stroke={1.5} aria-hidden />
                {t(`mark.${mark}`)}
              </span>
            )
          })}
        </span>
      )}
      {opens && (
        <button
          type="button"
          className={`${classes.fold} nodrag`}
          aria-expanded={hidden === 0}
          aria-label={
            hidden === 0
              ? t('fold.close', { title: position.title })
              : t('fold.open', { title: position.title, count: hidden })
          }
          onClick={() => toggle(position.id, hidden > 0)}
        >
          {hidden === 0 ? (
            <IconMinus size={12} stroke={2} aria-hidden />
          ) : (
            <IconPlus size={12} stroke={2} aria-hidden />
          )}
          {hidden > 0 && <span aria-hidden>{hidden}</span>}
        </button>
      )}
      <Handle type="source" position={Position.Bottom} className={classes.handle ?? ''} isConnectable={false} />
    </div>
  )
})
