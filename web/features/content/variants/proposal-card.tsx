import { IconArticle, IconCircleCheck, IconListNumbers, IconMessage } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { keyed } from '#web/ui/keyed.ts'
import type { Media, Proposal } from '../records.ts'
import { Count, PartPreview } from './part-preview.tsx'
import { PlatformMark } from './platform-mark.tsx'
import type { Offer } from './use-variants.ts'
import classes from './variants.module.css'

const FORM_ICON: Readonly<Record<Proposal['form'], Icon>> = {
  'short-post': IconMessage,
  thread: IconListNumbers,
  article: IconArticle,
}

interface ProposalCardProps {
  readonly offer: Offer
  readonly pictures: readonly Media[]
  readonly accepted: boolean
  readonly onAccept: () => void
}

/** What atomising proposes for one channel, as its readers would see it, and the way to accept it. */
export function ProposalCard({
  offer: { proposal, channel, earlier },
  pictures,
  accepted,
  onAccept,
}: ProposalCardProps) {
  const { t } = useTranslation('content')
  const time = useTime()
  const total = proposal.parts.length
  return (
    <article className={classes.card} aria-label={channel.name} data-accepted={accepted || undefined}>
      <div className={classes.head}>
        <PlatformMark platform={channel.platform} />
        <span className={`medium ${classes.channel}`}>{channel.name}</span>
        <Badge icon={FORM_ICON[proposal.form]}>{t(`form.${proposal.form}`, { count: total })}</Badge>
      </div>
      <div className={classes.body}>
        {proposal.title !== null && <h3 className={classes.title}>{proposal.title}</h3>}
        {proposal.contentWarning !== null && <p className={classes.warning}>{proposal.contentWarning}</p>}
        <ol className={classes.parts} data-thread={total > 1 || undefined}>
          {keyed(proposal.parts).map(({ key, item: part }, place) => (
            <PartPreview
              key={key}
              part={part}
              channel={channel}
              contentWarning={place === 0 ? proposal.contentWarning : null}
              pictures={pictures}
              below={proposal.title === null ? 3 : 4}
              place={total > 1 ? t('count.place', { place: place + 1, total }) : undefined}
            />
          ))}
        </ol>
      </div>
      <div className={classes.foot}>
        {accepted ? (
          <Badge tone="good" icon={IconCircleCheck}>
            {t('atomise.accepted')}
          </Badge>
        ) : (
          <AllowedButton action="variants.change" variant="light" size="xs" onClick={onAccept}>
            {t(earlier === undefined ? 'atomise.accept' : 'atomise.replace')}
          </AllowedButton>
        )}
        {total === 1 && proposal.parts[0] !== undefined && (
          <span className={classes.length}>
            <Count text={proposal.parts[0].text} channel={channel} contentWarning={proposal.contentWarning} />
          </span>
        )}
        {!accepted && earlier !== undefined && (
          <span className={classes.note}>{t('atomise.replaces', { when: time.relative(earlier.changedAt) })}</span>
        )}
      </div>
    </article>
  )
}
