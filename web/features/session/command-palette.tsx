import '@mantine/spotlight/styles.layer.css'
import { Spotlight, spotlight } from '@mantine/spotlight'
import { IconSchool, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { recordPath } from '#web/ui/record-link.tsx'
import { RECORD_ICONS, SHORTCUTS, searchTitles } from './palette-entries.ts'
import { roomsFor } from './rooms.ts'
import { useRecords } from './use-records.ts'

/** Search and jump: rooms, things to do, and records by title. Opens whenever `opens` grows. */
export function CommandPalette({ opens }: { readonly opens: number }) {
  const { t } = useTranslation('shell')
  const router = useRouter()
  const [query, setQuery] = useState('')
  const [leaving, setLeaving] = useState(false)
  useEffect(() => {
    if (opens > 0) spotlight.open()
  }, [opens])
  const go = (path: string) => {
    setLeaving(true)
    router.history.push(path)
  }
  return (
    // Whoever goes elsewhere goes on from the heading there, not from where the search was opened.
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      returnFocus={!leaving}
      onSpotlightOpen={() => setLeaving(false)}
      shortcut={null}
      scrollable
      maxHeight={420}
      centered={false}
      overlayProps={{ backgroundOpacity: 0.4, blur: 0 }}
      transitionProps={{ duration: 100 }}
      attributes={{ content: { 'aria-label': t('search') } }}
    >
      <Spotlight.Search
        placeholder={t('search.placeholder')}
        aria-label={t('search')}
        leftSection={<IconSearch size={18} stroke={1.5} aria-hidden />}
      />
      <Spotlight.ActionsList>
        <Records query={query} go={go} />
        <Experts query={query} go={go} />
        <Places query={query} go={go} />
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

interface ListProps {
  readonly query: string
  readonly go: (path: string) => void
}

/** Rooms and things to do whose name contains what was typed. */
function Places({ query, go }: ListProps) {
  const { t, i18n } = useTranslation('shell')
  const { actions } = useMe()
  const fits = (label: string) =>
    label.toLocaleLowerCase(i18n.language).includes(query.trim().toLocaleLowerCase(i18n.language))
  const rooms = roomsFor(actions)
    .map((room) => ({ label: t(`room.${room.name}`), path: room.to, icon: room.icon }))
    .filter(({ label }) => fits(label))
  const todo = SHORTCUTS.filter(({ needs }) => needs === null || actions.includes(needs))
    .map(({ name, path, icon }) => ({ label: t(`shortcut.${name}`), path, icon }))
    .filter(({ label }) => fits(label))
  return (
    <>
      {rooms.length > 0 && (
        <Spotlight.ActionsGroup label={t('search.rooms')}>
          {rooms.map(({ label, path, icon: Mark }) => (
            <Spotlight.Action
              key={path}
              label={label}
              leftSection={<Mark size={18} stroke={1.5} aria-hidden />}
              onClick={() => go(path)}
            />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {todo.length > 0 && (
        <Spotlight.ActionsGroup label={t('search.actions')}>
          {todo.map(({ label, path, icon: Mark }) => (
            <Spotlight.Action
              key={path}
              label={label}
              leftSection={<Mark size={18} stroke={1.5} aria-hidden />}
              onClick={() => go(path)}
            />
          ))}
        </Spotlight.ActionsGroup>
      )}
    </>
  )
}

/** Objectives, goals, campaigns, pieces and posts by title. */
function Records({ query, go }: ListProps) {
  const { t, i18n } = useTranslation('shell')
  const ui = useTranslation('ui')
  const { records, loading } = useRecords()
  if (query.trim() === '') return null
  const found = searchTitles(records, query, i18n.language)
  if (found.length === 0)
    return <Spotlight.Empty>{loading ? t('search.loading') : t('search.nothing')}</Spotlight.Empty>
  return (
    <Spotlight.ActionsGroup label={t('search.records')}>
      {found.map(({ type, id, title }) => {
        const Mark = RECORD_ICONS[type]
        return (
          <Spotlight.Action
            key={id}
            label={title}
            description={ui.t(`station.${type}`)}
            leftSection={<Mark size={18} stroke={1.5} aria-hidden />}
            onClick={() => go(recordPath(type, id))}
          />
        )
      })}
    </Spotlight.ActionsGroup>
  )
}

/** Topics that somebody here knows, with who does. */
function Experts({ query, go }: ListProps) {
  const { t, i18n } = useTranslation('shell')
  const { actions } = useMe()
  const experts = useQuery(
    orpc.organisation.experts.list.queryOptions({ enabled: actions.includes('people.read'), staleTime: 60_000 }),
  )
  const fold = (text: string) => text.toLocaleLowerCase(i18n.language)
  const words = fold(query).split(/\s+/u).filter(Boolean)
  if (words.length === 0) return null
  const found = (experts.data?.items ?? []).filter(({ topic }) => words.every((word) => fold(topic).includes(word)))
  if (found.length === 0) return null
  return (
    <Spotlight.ActionsGroup label={t('search.experts')}>
      {found.slice(0, 6).map(({ topic, experts: people }) => (
        <Spotlight.Action
          key={topic}
          label={topic}
          description={people.map(({ person }) => person.name).join(', ')}
          leftSection={<IconSchool size={18} stroke={1.5} aria-hidden />}
          onClick={() => go(`/organise/experts?topic=${encodeURIComponent(topic)}`)}
        />
      ))}
    </Spotlight.ActionsGroup>
  )
}
