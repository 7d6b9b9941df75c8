import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import classes from './document.module.css'
import { PlanReader } from './plan-reader.tsx'
import type { PlanLanguage } from './records.ts'

/** One version as it was, with its hash. */
export function VersionReader({ number, language }: { readonly number: number; readonly language: PlanLanguage }) {
  const { t } = useTranslation('document')
  const time = useTime()
  const query = useQuery(orpc.strategy.planDocument.version.queryOptions({ input: { number, language } }))
  return (
    <Loaded query={query} skeleton={12}>
      {(version) => (
        <>
          <Card
            title={version.content.title}
            end={
              <Link to="/strategy/document" search={{}} className="link">
                {t('version.back')}
              </Link>
            }
          >
            <p>{t('version.shown', { number, day: time.date(version.content.at) })}</p>
            <p className={classes.quiet}>
              {t('version.hash')}: <code className={classes.hash}>{version.hash}</code>
            </p>
            <p className={version.intact ? classes.quiet : classes.due}>
              {t(version.intact ? 'version.intact' : 'version.broken')}
            </p>
          </Card>
          <PlanReader content={version.content} language={language} linked={false} />
        </>
      )}
    </Loaded>
  )
}
