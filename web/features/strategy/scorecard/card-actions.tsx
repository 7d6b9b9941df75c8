import { Button, Group, NativeSelect } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { IconDownload, IconPlus, IconPresentation, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { useConfirm } from '#web/ui/confirm.tsx'
import { Dropdown, dropdownParts } from '#web/ui/dropdown.tsx'
import type { Scorecards } from '../records.ts'
import classes from './scorecard.module.css'
import { useCardChange } from './use-card-change.ts'

interface CardActionsProps {
  readonly cards: Scorecards
  readonly id: string
  readonly onChoose: (unitId: string) => void
  readonly onPresent: () => void
}

/** Whose card it is, a card for another unit, taking it away as a file, and showing it to a meeting. */
export function CardActions({ cards, id, onChoose, onPresent }: CardActionsProps) {
  const { t } = useTranslation('scorecard')
  return (
    <Group gap={8}>
      <NativeSelect
        aria-label={t('card.of')}
        value={id}
        onChange={({ currentTarget: { value } }) => onChoose(value)}
        data={cards.items.map((card) => ({ value: card.id, label: card.name }))}
      />
      <NewCard cards={cards} id={id} onChoose={onChoose} />
      <Dropdown
        label={t('export')}
        className={classes.menu}
        trigger={<IconDownload size={18} stroke={1.5} aria-hidden />}
      >
        {(close) => (
          <>
            {(['svg', 'pdf'] as const).map((kind) => (
              <a
                key={kind}
                className={dropdownParts['item']}
                href={`/api/v1/scorecards/${id}/map.${kind}`}
                download
                onClick={close}
              >
                {t(`export.${kind}`)}
              </a>
            ))}
          </>
        )}
      </Dropdown>
      <Button leftSection={<IconPresentation size={16} stroke={1.5} aria-hidden />} onClick={onPresent}>
        {t('present')}
      </Button>
    </Group>
  )
}

function NewCard({ cards, id, onChoose }: Omit<CardActionsProps, 'onPresent'>) {
  const { t } = useTranslation('scorecard')
  const may = useMay('goals.change')
  const navigate = useNavigate()
  const confirm = useConfirm()
  const carryOut = useCardChange()
  const shown = cards.items.find((card) => card.id === id)
  if (!may.allowed) return null

  async function remove(): Promise<void> {
    const name = shown?.name ?? ''
    const sure = await confirm({
      title: t('card.remove'),
      consequence: t('card.remove.consequence'),
      action: t('card.remove'),
    })
    if (!sure) return
    await navigate({ to: '/strategy/scorecard', search: {} })
    await carryOut(() => api.strategy.scorecards.remove({ id }), { words: t('card.removed', { name }) })
  }
  return (
    <Dropdown label={t('card.new')} className={classes.menu} trigger={<IconPlus size={18} stroke={1.5} aria-hidden />}>
      {(close) => (
        <div className={classes.choices}>
          <p className="text-2">{cards.without.length === 0 ? t('card.none-left') : t('card.new.help')}</p>
          {cards.without.map((unit) => (
            <button
              key={unit.id}
              type="button"
              className={dropdownParts['item']}
              onClick={() => {
                close()
                void carryOut(() => api.strategy.scorecards.create({ unitId: unit.id }), {
                  words: t('card.created', { name: unit.name }),
                }).then((made) => made && onChoose(unit.id))
              }}
            >
              {unit.name}
            </button>
          ))}
          {shown !== undefined && shown.parentId !== null && (
            <button
              type="button"
              className={dropdownParts['item']}
              onClick={() => {
                close()
                void remove()
              }}
            >
              <IconTrash size={16} stroke={1.5} aria-hidden /> {t('card.remove')}
            </button>
          )}
        </div>
      )}
    </Dropdown>
  )
}
