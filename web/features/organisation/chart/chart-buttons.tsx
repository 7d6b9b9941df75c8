import { ActionIcon, Button } from '@mantine/core'
import { IconArrowsMaximize, IconMinus, IconPlus } from '@tabler/icons-react'
import { Panel, useReactFlow } from '@xyflow/react'
import { useTranslation } from 'react-i18next'
import classes from './chart.module.css'

interface ChartButtonsProps {
  /** Whether nothing is folded. */
  readonly whole: boolean
  readonly onWhole: (open: boolean) => void
}

/** Nearer, farther, all of it: for those who have no wheel and no two fingers. */
export function ChartButtons({ whole, onWhole }: ChartButtonsProps) {
  const { t } = useTranslation('chart')
  const { zoomIn, zoomOut, fitView } = useReactFlow()
  const buttons = [
    [t('zoom.in'), IconPlus, () => zoomIn()],
    [t('zoom.out'), IconMinus, () => zoomOut()],
    [t('zoom.all'), IconArrowsMaximize, () => fitView({ padding: 0.06, maxZoom: 1 })],
  ] as const
  return (
    <Panel position="bottom-left" className={classes.zoom ?? ''}>
      {buttons.map(([label, Icon, press]) => (
        <ActionIcon key={label} variant="default" size={32} aria-label={label} onClick={() => void press()}>
          <Icon size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      ))}
      <Button variant="default" size="xs" h={32} onClick={() => onWhole(!whole)}>
        {whole ? t('fold.all') : t('open.all')}
      </Button>
    </Panel>
  )
}
