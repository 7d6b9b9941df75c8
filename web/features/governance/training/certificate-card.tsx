import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import classes from '../governance.module.css'
import type { Course } from '../records.ts'

/** What passing brings: how long the certificate holds, and mine where I have one. */
export function CertificateCard({ course }: { readonly course: Course }) {
  const { t } = useTranslation('training')
  const time = useTime()
  const { certificate, tries } = course
  return (
    <Card title={t('certificate')}>
      <div className={classes.words}>
        {certificate.issuedAt !== null && (
          <p>
            {t(certificate.state === 'expired' ? 'certificate.was-held' : 'certificate.is-held', {
              since: time.date(certificate.issuedAt),
              until: certificate.expiresOn === null ? '–' : time.day(certificate.expiresOn),
            })}
          </p>
        )}
        <p>{t('certificate.needs', { passMark: course.passMark, questions: course.questions })}</p>
        <p>
          {course.validMonths === null
            ? t('certificate.never-ends')
            : t('certificate.holds', { count: course.validMonths })}
        </p>
        <p className={classes.quiet}>{t('certificate.tries', { count: course.triesPerHour })}</p>
        {tries.best !== null && <p className={classes.quiet}>{t('certificate.best', { score: tries.best })}</p>}
      </div>
    </Card>
  )
}
