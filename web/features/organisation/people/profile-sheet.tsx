import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { nameOf } from '../units/names-of.ts'
import type { Profile } from '../structure-records.ts'
import { AbsencesPart } from './absences-part.tsx'
import { ProfileForm } from './profile-form.tsx'
import classes from '../units/units.module.css'

interface ProfileSheetProps {
  readonly personId: string
  readonly onDone: () => void
}

/** What a person is there for, speaks and knows; hours, absences and workload where one may see them. */
export function ProfileSheet({ personId, onDone }: ProfileSheetProps) {
  const profile = useQuery(orpc.organisation.profiles.read.queryOptions({ input: { id: personId } }))
  return (
    <Loaded query={profile} skeleton={8}>
      {(data) => (
        <>
          <Positions profile={data} />
          {data.personal !== null && <Workload workload={data.personal.workload} />}
          {data.personal !== null && <AbsencesPart profile={data} absences={data.personal.absences} />}
          {data.mayChange ? (
            <ProfileForm key={data.version} profile={data} onDone={onDone} />
          ) : (
            <Known profile={data} />
          )}
        </>
      )}
    </Loaded>
  )
}

function Positions({ profile: { positions, represents, coreTeam } }: { profile: Profile }) {
  const { t } = useTranslation(['people', 'units'])
  return (
    <>
      {positions.length === 0 && <p className="text-3">{t('no-position')}</p>}
      <ul className={classes.rows}>
        {positions.map(({ id, title, unit, duty, description }) => (
          <li key={id}>
            <span className={classes.words}>
              <span className={classes.name}>
                <strong>{title}</strong>
                <span className="text-3">{unit.name}</span>
                {duty !== null && <Badge tone="info">{t(`units:duty.${duty}`)}</Badge>}
              </span>
              {description !== '' && <span className="text-2 small">{description}</span>}
            </span>
          </li>
        ))}
      </ul>
      {(coreTeam || represents.length > 0) && (
        <div className={classes.name}>
          {coreTeam && <Badge tone="accent">{t('core-team')}</Badge>}
          {represents.map(({ id, name }) => (
            <Badge key={id} tone="good">
              {t('represents', { unit: name })}
            </Badge>
          ))}
        </div>
      )}
    </>
  )
}

function Workload({ workload }: { workload: NonNullable<Profile['personal']>['workload'] }) {
  const { t } = useTranslation('people')
  return (
    <section className={classes.part} aria-labelledby="workload">
      <h3 id="workload">{t('workload')}</h3>
      <p>{t('workload.text', workload)}</p>
    </section>
  )
}

function Known({ profile: { languages, expertise } }: { profile: Profile }) {
  const { t, i18n } = useTranslation('people')
  return (
    <section className={classes.part} aria-labelledby="known">
      <h3 id="known">{t('knows')}</h3>
      <p>
        {languages.length === 0
          ? t('languages.none')
          : languages.map((code) => nameOf(code, 'language', i18n.language)).join(', ')}
      </p>
      <ul className={classes.rows}>
        {expertise.map(({ topic, level, note }) => (
          <li key={topic}>
            <span className={classes.words}>
              <strong>{topic}</strong>
              <span className="text-3 small">{[t(`level.${level}`), note].filter(Boolean).join(' · ')}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
