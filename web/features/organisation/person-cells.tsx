import { ActionIcon, Menu, Select } from '@mantine/core'
import { IconDots, IconLock, IconLockOpen } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ROLES } from '#contract/actions.ts'
import type { Role } from '#contract/actions.ts'
import { useMay } from '#web/kernel/session.tsx'
import type { Person } from './people-card.tsx'
import { useChangePerson } from './use-change-person.ts'

function isRole(value: string | null): value is Role {
  return ROLES.some((role) => role === value)
}

/** The role of a person; a list to choose from for those who may change it. */
export function RoleCell({ person }: { readonly person: Person }) {
  const { t } = useTranslation('session')
  const { t: words } = useTranslation('organisation')
  const may = useMay('people.change').allowed
  const change = useChangePerson()
  if (!may || !person.active) return <>{t(`role.${person.role}`)}</>
  return (
    <Select
      size="xs"
      aria-label={words('person.role-of', { name: person.name })}
      data={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
      value={person.role}
      allowDeselect={false}
      onChange={(value) => {
        if (isRole(value) && value !== person.role) void change(person, { role: value })
      }}
    />
  )
}

/** Closing an account keeps everything the person did; opening it again lets them sign in as before. */
export function PersonActions({ person }: { readonly person: Person }) {
  const { t } = useTranslation('organisation')
  const may = useMay('people.change').allowed
  const change = useChangePerson()
  if (!may) return null
  const Mark = person.active ? IconLock : IconLockOpen
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('person.actions-of', { name: person.name })}>
          <IconDots size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Mark size={16} stroke={1.5} aria-hidden />}
          onClick={() => void change(person, { active: !person.active })}
        >
          {person.active ? t('person.close') : t('person.open')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
