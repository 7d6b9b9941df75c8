import { Select, Textarea } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import type { Scorecard, ScorecardObjective } from '../records.ts'
import { InitiativesPart } from './initiatives-part.tsx'
import { LightBadge } from './light-badge.tsx'
import { MeasuresPart } from './measures-part.tsx'
import { Remove } from './remove.tsx'
import classes from './scorecard.module.css'
import { Term } from './term.tsx'
import type { TermName } from './term.tsx'
import { useCardChange } from './use-card-change.ts'

interface PartProps {
  readonly card: Scorecard
  readonly objective: ScorecardObjective
}

/** Everything about one objective of the card: its light and measures, what it comes from and brings about, and who works for it. */
export function ObjectivePanel({ card, objective, onClose }: PartProps & { readonly onClose: () => void }) {
  const { t } = useTranslation(['scorecard', 'strategy'])
  return (
    <aside className={classes.panel} aria-label={objective.title}>
      <div className={classes.panelHead}>
        <p className="text-2">
          {t(`strategy:perspective.${objective.perspective}`)} <Term name="objective" />
        </p>
        <button type="button" className={classes.close} aria-label={t('panel.close')} onClick={onClose}>
          <IconX size={18} stroke={1.5} aria-hidden />
        </button>
      </div>
      <h2 className={classes.panelTitle}>{objective.title}</h2>
      <p className={classes.panelFacts}>
        <LightBadge light={objective.light} />
        {objective.owner !== null && <span>{objective.owner.name}</span>}
        <RecordLink type="objective" id={objective.id} className="link">
          {t('panel.open')}
        </RecordLink>
      </p>
      {card.parentId !== null && <Contribution card={card} objective={objective} />}
      <Part title={t('measures')} term="measure">
        <MeasuresPart card={card} objective={objective} />
      </Part>
      <Part title={t('causes.brings')} term="cause">
        <Causes card={card} objective={objective} />
      </Part>
      <Part title={t('initiatives')} term="initiative">
        <InitiativesPart card={card} objective={objective} />
      </Part>
      {objective.below.length > 0 && (
        <Part title={t('below')} term="cascade">
          <ul className={classes.rows}>
            {objective.below.map((unit) => (
              <li key={unit.unitId}>
                <span>{unit.name}</span>
                <LightBadge light={unit.light} />
              </li>
            ))}
          </ul>
        </Part>
      )}
    </aside>
  )
}

function Part({ title, term, children }: { title: string; term: TermName; children: ReactNode }) {
  return (
    <section className={classes.part} aria-label={title}>
      <h3>
        {title} <Term name={term} />
      </h3>
      {children}
    </section>
  )
}

function Contribution({ card, objective }: PartProps) {
  const { t } = useTranslation('scorecard')
  const carryOut = useCardChange()
  const [words, setWords] = useState(objective.contribution)
  const set = (fields: { contribution?: string; taken?: boolean }, version?: number) =>
    api.strategy.scorecards.setObjective(
      { id: card.id, objectiveId: objective.id, ...fields },
      version === undefined ? {} : { context: { version } },
    )
  return (
    <div className={classes.part}>
      <Textarea
        autosize
        minRows={2}
        maxRows={6}
        maxLength={1000}
        label={t('panel.contribution', { unit: card.name })}
        description={t('panel.contribution.help')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className={classes.ways}>
        <AllowedButton
          action="goals.change"
          size="xs"
          variant="subtle"
          onClick={() =>
            void carryOut(() => set({ taken: false }, objective.version), {
              words: t('panel.given-back', { title: objective.title }),
            })
          }
        >
          {t('panel.give-back')}
        </AllowedButton>
        {words !== objective.contribution && (
          <AllowedButton
            action="goals.change"
            size="xs"
            onClick={() =>
              void carryOut(() => set({ contribution: words }, objective.version), {
                words: t('panel.contribution.saved'),
              })
            }
          >
            {t('panel.contribution.save')}
          </AllowedButton>
        )}
      </div>
    </div>
  )
}

function Causes({ card, objective }: PartProps) {
  const { t } = useTranslation('scorecard')
  const carryOut = useCardChange()
  const titleOf = (id: string) => card.items.find((item) => item.id === id)?.title ?? ''
  const effects = card.causes.filter(({ causeId }) => causeId === objective.id)
  const comes = card.causes.filter(({ effectId }) => effectId === objective.id)
  const set = (effectId: string, drawn: boolean) =>
    carryOut(() => api.strategy.scorecards.setCause({ id: card.id, causeId: objective.id, effectId, drawn }), {
      words: t(drawn ? 'causes.drawn' : 'causes.removed'),
      undo: () => api.strategy.scorecards.setCause({ id: card.id, causeId: objective.id, effectId, drawn: !drawn }),
    })
  const choices = card.items.filter(
    (item) => item.id !== objective.id && !effects.some(({ effectId }) => effectId === item.id),
  )
  return (
    <>
      {effects.length === 0 && comes.length === 0 && <p className="text-2">{t('causes.none')}</p>}
      <ul className={classes.rows}>
        {effects.map(({ effectId, above }) => (
          <li key={effectId}>
            <span>
              <IconArrowUp size={14} stroke={1.5} aria-label={t('causes.brings')} role="img" /> {titleOf(effectId)}
            </span>
            {above ? (
              <span className="text-2">{t('causes.above')}</span>
            ) : (
              <Remove
                label={t('causes.remove', { title: titleOf(effectId) })}
                onClick={() => void set(effectId, false)}
              />
            )}
          </li>
        ))}
        {comes.map(({ causeId }) => (
          <li key={causeId}>
            <span>
              <IconArrowDown size={14} stroke={1.5} aria-label={t('causes.comes')} role="img" /> {titleOf(causeId)}
            </span>
          </li>
        ))}
      </ul>
      <Select
        size="xs"
        searchable
        label={t('causes.add')}
        placeholder={t('causes.choose')}
        value={null}
        data={choices.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(id) => id !== null && void set(id, true)}
      />
    </>
  )
}
