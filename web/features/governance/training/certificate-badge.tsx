import { IconAlertTriangle, IconCertificate, IconClock, IconCircle } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Badge } from '#web/ui/badge.tsx'
import type { Tone } from '#web/ui/badge.tsx'
import type { CourseSummary } from '../records.ts'

type Certificate = CourseSummary['certificate']

const LOOK: Readonly<Record<Certificate['state'], readonly [Tone, Icon]>> = {
  none: ['mute', IconCircle],
  held: ['good', IconCertificate],
  'ends-soon': ['warn', IconClock],
  expired: ['bad', IconAlertTriangle],
}

interface CertificateBadgeProps {
  readonly certificate: Certificate
  /** In tables: the day alone, and the whole sentence for screen readers and on hover. */
  readonly short?: boolean
}

/** A certificate in its colour, mark and word, with the day on which it ends. */
export function CertificateBadge({ certificate, short = false }: CertificateBadgeProps) {
  const { t } = useTranslation('training')
  const time = useTime()
  const [tone, icon] = LOOK[certificate.state]
  const day = certificate.expiresOn === null ? null : time.day(certificate.expiresOn)
  const words =
    certificate.state === 'none'
      ? t('certificate.none')
      : day === null
        ? t('certificate.for-good')
        : t(`certificate.${certificate.state}`, { day })
  if (!short || day === null)
    return (
      <Badge tone={tone} icon={icon}>
        {words}
      </Badge>
    )
  return (
    <Badge tone={tone} icon={icon}>
      <span title={words} aria-hidden>
        {day}
      </span>
      <span className="visually-hidden">{words}</span>
    </Badge>
  )
}
