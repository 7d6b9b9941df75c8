import { ActionIcon, Button, MultiSelect, Select } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ROLES } from '#contract/actions.ts'
import { CONDITION_KINDS, CONTENT_SIGNS, FINDING_SOURCES, RISK_SOURCES } from '#contract/workflows.ts'
import { languageName } from '#web/ui/language-name.ts'
import { LANGUAGE_TAGS } from './language-tags.ts'
import { useKnown } from './use-known.ts'
import type { Choice } from './use-known.ts'
import { newCondition } from './workflow-values.ts'
import type { Condition } from './workflow-values.ts'
import classes from './workflows.module.css'

interface ConditionFieldsProps {
  readonly conditions: readonly Condition[]
  readonly onChange: (conditions: Condition[]) => void
}

/** Conditions as sentences to fill in: all of them have to hold. */
export function ConditionFields({ conditions, onChange }: ConditionFieldsProps) {
  const { t } = useTranslation('approvals')
  const set = (place: number, condition: Condition) => onChange(conditions.toSpliced(place, 1, condition))
  return (
    <>
      {conditions.map((condition, place) => {
        const key = `condition ${place}`
        return (
          <div key={key} className={classes.line}>
            <Select
              aria-label={t('condition.kind')}
              allowDeselect={false}
              data={CONDITION_KINDS.map((kind) => ({ value: kind, label: t(`condition.${kind}`) }))}
              value={condition.kind}
              onChange={(kind) => {
                const found = CONDITION_KINDS.find((one) => one === kind)
                if (found !== undefined) set(place, newCondition(found))
              }}
            />
            <ConditionValue condition={condition} onChange={(changed) => set(place, changed)} />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('condition.remove')}
              onClick={() => onChange(conditions.toSpliced(place, 1))}
            >
              <IconX size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
          </div>
        )
      })}
      <div>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} stroke={1.5} aria-hidden />}
          onClick={() => onChange([...conditions, newCondition('contains')])}
        >
          {t('condition.add')}
        </Button>
      </div>
    </>
  )
}

function ConditionValue({ condition, onChange }: { condition: Condition; onChange: (changed: Condition) => void }) {
  const { t } = useTranslation('approvals')
  switch (condition.kind) {
    case 'first-post':
      return <span />
    case 'risk':
      return (
        <div className={classes.values}>
          <One
            values={RISK_SOURCES.map((of) => ({ value: of, label: t(`risk-of.${of}`) }))}
            value={condition.of}
            onChange={(of) => onChange({ ...condition, of: RISK_SOURCES.find((one) => one === of) ?? 'any' })}
          />
          <One
            values={(['medium', 'high'] as const).map((level) => ({ value: level, label: t(`risk.${level}`) }))}
            value={condition.atLeast}
            onChange={(level) => onChange({ ...condition, atLeast: level === 'medium' ? 'medium' : 'high' })}
          />
        </div>
      )
    case 'finding':
      return (
        <div className={classes.values}>
          <One
            values={FINDING_SOURCES.map((from) => ({ value: from, label: t(`finding-from.${from}`) }))}
            value={condition.from}
            onChange={(from) => onChange({ ...condition, from: FINDING_SOURCES.find((one) => one === from) ?? 'any' })}
          />
          <One
            values={(['inform', 'warn'] as const).map((level) => ({
              value: level,
              label: t(`finding-level.${level}`),
            }))}
            value={condition.atLeast}
            onChange={(level) => onChange({ ...condition, atLeast: level === 'inform' ? 'inform' : 'warn' })}
          />
        </div>
      )
    case 'platform':
    case 'channel':
    case 'unit':
    case 'campaign':
    case 'language':
    case 'author-unit':
    case 'author-role':
    case 'contains':
      return <Several condition={condition} onChange={onChange} />
  }
}

type Listing = Extract<Condition, { oneOf: readonly string[] }>

function Several({ condition, onChange }: { condition: Listing; onChange: (changed: Condition) => void }) {
  const { t } = useTranslation('approvals')
  const choices = useChoices(condition.kind)
  return (
    <MultiSelect
      aria-label={t('condition.value')}
      data={[...choices]}
      value={[...condition.oneOf]}
      searchable
      hidePickedOptions
      // The choices come from what the kind of condition allows.
      onChange={(oneOf) => onChange({ ...condition, oneOf } as Condition)}
    />
  )
}

function useChoices(kind: Listing['kind']): readonly Choice[] {
  const { t, i18n } = useTranslation(['approvals', 'session'])
  const known = useKnown()
  switch (kind) {
    case 'platform':
      return known.platforms
    case 'channel':
      return known.channels
    case 'campaign':
      return known.campaigns
    case 'unit':
    case 'author-unit':
      return known.units
    case 'language':
      return LANGUAGE_TAGS.map((tag) => ({ value: tag, label: languageName(tag, i18n.language) }))
    case 'author-role':
      return ROLES.map((role) => ({ value: role, label: t(`session:role.${role}`) }))
    case 'contains':
      return CONTENT_SIGNS.map((sign) => ({ value: sign, label: t(`sign.${sign}`) }))
  }
}

interface OneProps {
  readonly values: readonly Choice[]
  readonly value: string
  readonly onChange: (value: string) => void
}

function One({ values, value, onChange }: OneProps) {
  const { t } = useTranslation('approvals')
  return (
    <Select
      aria-label={t('condition.value')}
      allowDeselect={false}
      data={[...values]}
      value={value}
      onChange={(next) => {
        if (next !== null) onChange(next)
      }}
    />
  )
}
