import { Button, SegmentedControl, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { RULE_KINDS, RULE_SEVERITIES } from '#contract/rule-records.ts'
import { api, asProblem } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { useRefusalText } from '#web/ui/refusal-text.ts'
import { SheetFoot } from '#web/ui/side-sheet.tsx'
import { announce } from '#web/ui/toast.tsx'
import { DefinitionFields } from './definition-fields.tsx'
import { definitionOf, definitionValues } from './definition-values.ts'
import type { DefinitionValues } from './definition-values.ts'
import { refreshRules } from './rule-records.ts'
import type { Rule } from './rule-records.ts'
import { UnitsSelect } from './units-select.tsx'
import classes from './rules.module.css'

interface RuleFormProps {
  readonly packId: string
  readonly rule: Rule | null
  readonly onDone: () => void
}

/** The whole of a rule: what it looks for, why, what to write instead, how grave it is and where it holds. */
export function RuleForm({ packId, rule, onDone }: RuleFormProps) {
  const { t } = useTranslation('rules')
  const queryClient = useQueryClient()
  const form = useProblemForm({
    initialValues: {
      title: rule?.title ?? '',
      reason: rule?.reason ?? '',
      suggestion: rule?.suggestion ?? '',
      severity: rule?.severity ?? 'warn',
      waivable: rule?.waivable ?? true,
      platforms: [...(rule?.platforms ?? [])],
      languages: [...(rule?.languages ?? [])],
      unitIds: [...(rule?.unitIds ?? [])],
      definition: definitionValues(rule?.definition ?? null),
    },
    draft: `rule:${rule?.id ?? packId}`,
  })
  const save = ({ severity, suggestion, definition, ...values }: typeof form.values) => {
    const fields = {
      ...values,
      severity,
      suggestion: suggestion.trim() === '' ? null : suggestion,
      definition: definitionOf(definition),
    }
    return rule === null
      ? api.governance.rules.createRule({ ...fields, id: packId })
      : api.governance.rules.changeRule({ ...fields, id: rule.id }, { context: { version: rule.version } })
  }
  const done = async () => {
    announce(t(rule === null ? 'rule.created' : 'rule.saved'))
    onDone()
    await refreshRules(queryClient)
  }
  const { kind } = form.values.definition
  return (
    <form onSubmit={form.submit(save, done)}>
      <TextInput required data-autofocus label={t('field.title')} maxLength={200} {...form.getInputProps('title')} />
      <Select
        label={t('rule.kind')}
        data={RULE_KINDS.map((value) => ({ value, label: t(`rule.kind.${value}`) }))}
        allowDeselect={false}
        maxDropdownHeight={320}
        {...form.getInputProps('definition.kind')}
      />
      <DefinitionFields
        kind={kind}
        input={(field: keyof DefinitionValues) => form.getInputProps(`definition.${field}`)}
        checkbox={(field: keyof DefinitionValues) => form.getInputProps(`definition.${field}`, { type: 'checkbox' })}
      />
      <Textarea
        required
        label={t('field.reason')}
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps('reason')}
      />
      <TextInput
        label={t('field.suggestion')}
        description={t('field.suggestion.hint')}
        maxLength={300}
        {...form.getInputProps('suggestion')}
      />
      <div>
        <SegmentedControl
          fullWidth
          aria-label={t('severity')}
          data={RULE_SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) }))}
          {...form.getInputProps('severity')}
        />
        <p className="small text-3">{t(`severity.${form.values.severity}.hint`)}</p>
      </div>
      <Switch label={t('field.waivable')} {...form.getInputProps('waivable', { type: 'checkbox' })} />
      <div className={classes.pair}>
        <TagsInput
          label={t('field.languages')}
          description={t('field.languages.hint')}
          {...form.getInputProps('languages')}
        />
        <TagsInput
          label={t('field.platforms')}
          description={t('field.platforms.hint')}
          data={['bluesky', 'mastodon', 'newsroom']}
          {...form.getInputProps('platforms')}
        />
      </div>
      <UnitsSelect known={[]} {...form.getInputProps('unitIds')} />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <SheetFoot>
        {rule !== null && <RemoveRule rule={rule} onDone={onDone} />}
        <AllowedButton action="rules.change" type="submit" loading={form.sending}>
          {t('save')}
        </AllowedButton>
      </SheetFoot>
    </form>
  )
}

function RemoveRule({ rule, onDone }: { rule: Rule; onDone: () => void }) {
  const { t } = useTranslation('rules')
  const queryClient = useQueryClient()
  const sentence = useRefusalText()
  const remove = async () => {
    try {
      await api.governance.rules.removeRule({ id: rule.id }, { context: { version: rule.version } })
      onDone()
      announce(t('rule.removed'), {
        undo: async () => {
          await api.governance.rules.restoreRule({ id: rule.id })
          await refreshRules(queryClient)
        },
      })
      await refreshRules(queryClient)
    } catch (error) {
      announce(sentence(asProblem(error)), { tone: 'refused' })
    }
  }
  return (
    <Button
      variant="subtle"
      color="gray"
      leftSection={<IconTrash size={16} stroke={1.5} aria-hidden />}
      onClick={() => void remove()}
    >
      {t('rule.remove')}
    </Button>
  )
}
