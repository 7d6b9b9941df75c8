import { useTranslation } from 'react-i18next'
import { languageName } from '#web/ui/language-name.ts'
import { useKnown } from './use-known.ts'
import type { Choice } from './use-known.ts'
import type { Approver, Condition } from './workflow-values.ts'

/** Conditions and approvers in plain words. */
export function useConditionWords() {
  const { t, i18n } = useTranslation(['approvals', 'session'])
  const known = useKnown()
  const named = (from: readonly Choice[], ids: readonly string[]) =>
    ids.map((id) => from.find(({ value }) => value === id)?.label ?? '…').join(', ')
  const valuesOf = (condition: Extract<Condition, { oneOf: readonly string[] }>): string => {
    switch (condition.kind) {
      case 'platform':
        return named(known.platforms, condition.oneOf)
      case 'channel':
        return named(known.channels, condition.oneOf)
      case 'campaign':
        return named(known.campaigns, condition.oneOf)
      case 'unit':
      case 'author-unit':
        return named(known.units, condition.oneOf)
      case 'language':
        return condition.oneOf.map((tag) => languageName(tag, i18n.language)).join(', ')
      case 'author-role':
        return condition.oneOf.map((role) => t(`session:role.${role}`)).join(', ')
      case 'contains':
        return condition.oneOf.map((sign) => t(`sign.${sign}`)).join(', ')
    }
  }
  const condition = (one: Condition): string => {
    switch (one.kind) {
      case 'risk':
        return t('condition.said.risk', { of: t(`risk-of.${one.of}`), level: t(`risk.${one.atLeast}`) })
      case 'finding':
        return t('condition.said.finding', {
          from: t(`finding-from.${one.from}`),
          level: t(`finding-level.${one.atLeast}`),
        })
      case 'first-post':
        return t('condition.first-post')
      case 'platform':
      case 'channel':
      case 'unit':
      case 'campaign':
      case 'language':
      case 'author-unit':
      case 'author-role':
      case 'contains':
        return t('condition.said.one-of', { what: t(`condition.${one.kind}`), values: valuesOf(one) })
    }
  }
  const approver = (one: Approver): string => {
    switch (one.kind) {
      case 'person':
        return named(known.people, [one.personId])
      case 'position':
        return named(known.positions, [one.positionId])
      case 'role':
        return t(`session:role.${one.role}`)
      case 'duty':
        return t(`duty.${one.duty}`)
      case 'superior':
      case 'representative':
        return t(`approver.${one.kind}`)
    }
  }
  return { condition, approver }
}
