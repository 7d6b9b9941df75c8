import { TextInput } from '@mantine/core'
import { IconSchool, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { PersonFace } from '#web/ui/person-face.tsx'
import { OrganiseTabs } from './organise-tabs.tsx'
import { nameOf } from './units/names-of.ts'
import classes from './team/team.module.css'

/** Who knows what, by topic. */
export function ExpertsScreen() {
  const { t, i18n } = useTranslation(['team', 'people'])
  const { topic = '' } = useSearch({ from: '/shell/organise/experts' })
  const navigate = useNavigate({ from: '/organise/experts' })
  const experts = useQuery(orpc.organisation.experts.list.queryOptions({ staleTime: 30_000 }))
  const fold = (text: string) => text.toLocaleLowerCase(i18n.language)
  return (
    <Page title={t('experts')}>
      <OrganiseTabs />
      <TextInput
        mb={16}
        maw={420}
        type="search"
        label={t('experts.search')}
        leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />}
        value={topic}
        onChange={(event) => {
          const asked = event.currentTarget.value
          void navigate({ search: asked === '' ? {} : { topic: asked }, replace: true, resetScroll: false })
        }}
      />
      <Loaded query={experts} skeleton={8}>
        {({ items }) => {
          const found = items.filter(
            (item) =>
              fold(item.topic).includes(fold(topic.trim())) ||
              item.experts.some(({ person }) => fold(person.name).includes(fold(topic.trim()))),
          )
          if (found.length === 0)
            return (
              <Card>
                <Empty
                  icon={IconSchool}
                  title={items.length === 0 ? t('experts.empty') : t('experts.not-found', { topic })}
                  text={t('experts.text')}
                  example={t('experts.example')}
                  action={
                    <Link to="/organise/people" className="link">
                      {t('experts.add')}
                    </Link>
                  }
                />
              </Card>
            )
          return (
            <div className={classes.columns}>
              {found.map((item) => (
                <Card key={item.topic} title={item.topic} pad={false}>
                  <ul className={classes.rows}>
                    {item.experts.map(({ person, level, note, positions, languages }) => (
                      <li key={person.id}>
                        <PersonFace name={person.name} />
                        <span className={classes.words}>
                          <strong>{person.name}</strong>
                          <span className="text-3 small">
                            {[
                              positions.map(({ title, unit }) => `${title}, ${unit.name}`).join('; '),
                              languages.map((code) => nameOf(code, 'language', i18n.language)).join(', '),
                            ]
                              .filter(Boolean)
                              .join(' · ')}
                          </span>
                          {note !== '' && <span className="text-2 small">{note}</span>}
                        </span>
                        <Badge tone={level === 'leads' ? 'accent' : 'mute'}>{t(`people:level.${level}`)}</Badge>
                      </li>
                    ))}
                  </ul>
                </Card>
              ))}
            </div>
          )
        }}
      </Loaded>
    </Page>
  )
}
