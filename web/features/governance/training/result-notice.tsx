import { IconCertificate, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import type { QuizResult } from '../records.ts'
import classes from './course.module.css'

/** How the try went: the share that was right, and the certificate or what to do next. Read out when it appears. */
export function ResultNotice({ result }: { readonly result: QuizResult }) {
  const { t } = useTranslation('training')
  const time = useTime()
  const { certificate } = result
  const Mark = result.passed ? IconCertificate : IconRefresh
  const until = certificate.expiresOn === null ? null : time.day(certificate.expiresOn)
  return (
    <div className={`${classes.result} ${result.passed ? classes.right : classes.wrong}`} role="status">
      <Mark size={24} stroke={1.5} aria-hidden />
      <div>
        <p className={classes.score}>
          {t(result.passed ? 'quiz.passed' : 'quiz.failed', { score: result.score, passMark: result.passMark })}
        </p>
        <p>
          {result.passed
            ? until === null
              ? t('quiz.certificate-for-good')
              : t('quiz.certificate-until', { until })
            : t('quiz.read-again')}
        </p>
      </div>
    </div>
  )
}
