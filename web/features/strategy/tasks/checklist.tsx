import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './tasks.module.css'

interface Item {
  /** Tells items apart while they are typed. */
  readonly key: string
  readonly text: string
  readonly done: boolean
}

interface ChecklistProps {
  readonly items: readonly Item[]
  readonly onChange: (items: Item[]) => void
}

/** The steps of a task, each to be ticked off. Enter in the last one adds another. */
export function Checklist({ items, onChange }: ChecklistProps) {
  const { t } = useTranslation('plans')
  const set = (place: number, change: Partial<Item>) =>
    onChange(items.map((item, at) => (at === place ? { ...item, ...change } : item)))
  const add = () => onChange([...items, { key: crypto.randomUUID(), text: '', done: false }])
  return (
    <fieldset className={classes.checklist}>
      <legend className="medium">{t('task.checklist')}</legend>
      {items.map((item, place) => (
        <div key={item.key} className={classes.item}>
          <Checkbox
            aria-label={t('task.checklist.done', { number: place + 1 })}
            checked={item.done}
            onChange={(event) => set(place, { done: event.currentTarget.checked })}
          />
          <TextInput
            aria-label={t('task.checklist.item', { number: place + 1 })}
            maxLength={300}
            value={item.text}
            autoFocus={item.text === '' && place === items.length - 1}
            onChange={(event) => set(place, { text: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              if (place === items.length - 1 && item.text.trim() !== '') add()
            }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('task.checklist.remove', { number: place + 1 })}
            onClick={() => onChange(items.filter((_, at) => at !== place))}
          >
            <IconX size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button size="xs" variant="subtle" leftSection={<IconPlus size={14} stroke={1.5} aria-hidden />} onClick={add}>
        {t('task.checklist.add')}
      </Button>
    </fieldset>
  )
}
