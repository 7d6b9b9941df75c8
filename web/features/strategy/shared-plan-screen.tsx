import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Loaded } from '#web/ui/loaded.tsx'
import classes from './document/document.module.css'
import { LanguageSwitch } from './document/language-switch.tsx'
import { PlanReader } from './document/plan-reader.tsx'
import { planLanguage } from './document/records.ts'

/** What somebody from outside sees by a link: one version of the plan, and nothing else. */
export function SharedPlanScreen() {
  const { t, i18n } = useTranslation('document')
  const time = useTime()
  const { token } = useParams({ from: '/plan/$token' })
  const search = useSearch({ from: '/plan/$token' })
  const navigate = useNavigate({ from: '/plan/$token' })
  const language = planLanguage(search.language, i18n.language)
  const query = useQuery(orpc.strategy.planDocument.shared.queryOptions({ input: { token, language }, retry: false }))
  const title = query.data?.content.title ?? t('shared.title')
  useEffect(() => {
    document.title = `${title} · Tutti`
  }, [title])
  return (
    <main className={classes.shared} id="main">
      <div className={classes.sharedHead}>
        <h1 id="page-title" tabIndex={-1}>
          {title}
        </h1>
        <LanguageSwitch
          language={language}
          onChange={(chosen) => void navigate({ search: { language: chosen }, replace: true })}
        />
      </div>
      <Loaded query={query} skeleton={12}>
        {(shared) => (
          <>
            <p className="text-2">
              {t('shared.standing', {
                number: shared.number,
                state: t(`state.${shared.state}`),
                organisation: shared.content.organisation,
                name: shared.name,
                when: time.date(shared.expiresAt),
              })}
            </p>
            <p className="text-2">
              {t('shared.figures', { day: time.date(shared.content.at) })}
              {' · '}
              <a
                className="link"
                href={`/api/v1/shared-plans/${encodeURIComponent(token)}/plan.pdf?language=${language}`}
                download
              >
                {t('shared.pdf')}
              </a>
            </p>
            <PlanReader content={shared.content} language={language} linked={false} />
            <p className={classes.quiet}>
              {t('version.hash')}: <code className={classes.hash}>{shared.hash}</code>
            </p>
          </>
        )}
      </Loaded>
    </main>
  )
}
