import { ActionIcon, Tooltip } from '@mantine/core'
import { IconBold, IconHeading, IconLink, IconList, IconPhoto } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './piece-editor.module.css'

export type Tool = 'bold' | 'link' | 'heading' | 'list' | 'picture'

const TOOLS: readonly (readonly [Tool, Icon])[] = [
  ['bold', IconBold],
  ['link', IconLink],
  ['heading', IconHeading],
  ['list', IconList],
  ['picture', IconPhoto],
]

interface MarkdownToolbarProps {
  readonly onUse: (tool: Tool) => void
  /** The id of the text that the tools change. */
  readonly controls: string
  readonly disabled: boolean
}

/** Buttons for what one most often needs of Markdown. */
export function MarkdownToolbar({ onUse, controls, disabled }: MarkdownToolbarProps) {
  const { t } = useTranslation('content')
  return (
    <div className={classes.tools} role="group" aria-label={t('editor.tools')}>
      {TOOLS.map(([tool, Mark]) => (
        <Tooltip key={tool} label={t(`editor.${tool}`)}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            disabled={disabled}
            aria-label={t(`editor.${tool}`)}
            aria-controls={controls}
            onClick={() => onUse(tool)}
          >
            <Mark size={18} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  )
}
