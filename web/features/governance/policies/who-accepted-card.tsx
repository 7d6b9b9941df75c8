import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { PersonFace } from '#web/ui/person-face.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import type { Policy } from '../records.ts'
import { AcceptanceBadge } from './acceptance-badge.tsx'
import classes from './who-accepted-card.module.css'

/** Everybody with the version they accepted last, those first who are missing, and the way to remind them. */
export function WhoAcceptedCard({ policy }: { readonly policy: Policy }) {
  const { t } = useTranslation('policies')
  const time = useTime()
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  const [sending, setSending] = useState(false)
  const people = useQuery({
    queryKey: [...orpc.governance.policies.acceptances.key(), policy.id, 'every'],
    queryFn: () => everyPage((page) => api.governance.policies.acceptances({ ...page, policyId: policy.id })),
  })
  const missing = policy.people - policy.accepted

  async function remind(): Promise<void> {
    setSending(true)
    try {
      const { reminded } = await api.governance.policies.remind({ id: policy.id })
      announce(t('remind.done', { count: reminded }))
      await queryClient.invalidateQueries({ queryKey: orpc.governance.policies.acceptances.key() })
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
    setSending(false)
  }

  return (
    <Card
      title={t('who')}
      pad={false}
      end={<span className="text-3">{t('accepted-by', { accepted: policy.accepted, people: policy.people })}</span>}
    >
      <Loaded query={people}>
        {(all) => (
          // It scrolls, so it must be reachable by keyboard.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <section className={classes.people} tabIndex={0} aria-label={t('who')}>
            <ul>
              {all
                .flatMap((person) => person.policies.map((held) => ({ person, held })))
                .sort(
                  (one, other) =>
                    Number(one.held.state === 'accepted') - Number(other.held.state === 'accepted') ||
                    one.person.name.localeCompare(other.person.name),
                )
                .map(({ person, held }) => (
                  <li key={person.id}>
                    <PersonFace name={person.name} />
                    <span className={classes.name}>
                      <span className="ellipsis medium">{person.name}</span>
                      <span className={classes.state}>
                        <AcceptanceBadge state={held.state} />
                        {held.number !== null && held.acceptedAt !== null && (
                          <span className="text-3 small">
                            {t('who.accepted', { number: held.number, day: time.date(held.acceptedAt) })}
                          </span>
                        )}
                      </span>
                    </span>
                  </li>
                ))}
            </ul>
          </section>
        )}
      </Loaded>
      {missing > 0 && (
        <div className={classes.foot}>
          <AllowedButton
            action="policies.change"
            variant="default"
            size="xs"
            loading={sending}
            onClick={() => void remind()}
          >
            {t('remind', { count: missing })}
          </AllowedButton>
        </div>
      )}
    </Card>
  )
}
