import { Button, TextInput, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SaveProblem } from '#web/ui/save-problem.tsx'
import { announce } from '#web/ui/toast.tsx'
import { useVersions } from '#web/ui/versions.ts'
import governance from '../governance.module.css'
import { textIn } from '../reading-language.ts'
import type { ReadingLanguage } from '../reading-language.ts'
import { refreshGovernance } from '../records.ts'
import type { Policy, PolicyContent } from '../records.ts'
import { cleanPolicy, emptySection, moved } from './policy-draft.ts'
import { PublishCard } from './publish-card.tsx'
import { SectionFields } from './section-fields.tsx'
import classes from './edit-policy.module.css'

interface EditPolicyProps {
  readonly policy: Policy
  readonly language: ReadingLanguage
}

const SAVE = 'policy-save'

function draftOf(policy: Policy): { content: PolicyContent } {
  const content = policy.next ?? policy.published?.content
  if (content === undefined) throw new Error('A policy has a draft or a version in force.')
  return { content }
}

/** The editor of the next version, one language at a time; what is in force stays as it is until it is published. */
export function EditPolicy({ policy, language }: EditPolicyProps) {
  const { t } = useTranslation(['policies', 'ui'])
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const versions = useVersions({
    seen: policy,
    read: () => api.governance.policies.read({ id: policy.id }),
    valuesOf: draftOf,
  })
  const form = useProblemForm({ initialValues: draftOf(policy), draft: `policy:${policy.id}:${policy.version}` })
  const { content } = form.values
  const write = () =>
    versions.save(form.getValues(), ({ values, version }) =>
      api.governance.policies.change({ id: policy.id, content: cleanPolicy(values.content) }, { context: { version } }),
    )
  const save = form.submit(write, async () => {
    await refreshGovernance(queryClient)
    announce(t('saved'))
    // The editor begins anew with the saved version; the keyboard goes on where it was.
    document.querySelector<HTMLElement>(`#${SAVE} button`)?.focus()
  })
  const set = (next: Partial<PolicyContent>) => form.setFieldValue('content', { ...form.getValues().content, ...next })
  return (
    <form onSubmit={save} className={governance.columns}>
      <div>
        <RestoredNote form={form} />
        <Card>
          <div className={classes.fields}>
            <TextInput
              label={t('field.title')}
              maxLength={160}
              lang={language}
              placeholder={content.title[language] === null ? (textIn(content.title, language) ?? '') : ''}
              value={content.title[language] ?? ''}
              error={form.errors[`content.title.${language}`] ?? form.errors['content.title']}
              onChange={(event) => set({ title: { ...content.title, [language]: event.currentTarget.value } })}
            />
            <Textarea
              autosize
              minRows={2}
              maxRows={8}
              maxLength={1000}
              lang={language}
              label={t('field.summary')}
              description={t('field.summary.help')}
              placeholder={content.summary[language] === null ? (textIn(content.summary, language) ?? '') : ''}
              value={content.summary[language] ?? ''}
              onChange={(event) => set({ summary: { ...content.summary, [language]: event.currentTarget.value } })}
            />
          </div>
        </Card>
        {content.sections.map((section, place) => (
          <SectionFields
            key={section.key}
            form={form}
            section={section}
            place={place}
            language={language}
            last={place === content.sections.length - 1}
            onMove={(by) => set({ sections: moved(content.sections, place, by) })}
            onRemove={() => set({ sections: content.sections.filter(({ key }) => key !== section.key) })}
          />
        ))}
        <Button
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
          onClick={() => set({ sections: [...content.sections, emptySection(language, '')] })}
        >
          {t('section.add')}
        </Button>
      </div>
      <div className={classes.side}>
        <Card title={t('draft.title')}>
          <div className={governance.form}>
            <p>{t(policy.current === null ? 'draft.first' : 'draft.next')}</p>
            <SaveProblem
              form={form}
              versions={versions}
              fields={(conflict) => [
                {
                  label: t('sections'),
                  mine: titles(conflict.mine.content, language),
                  theirs: titles(conflict.theirs.content, language),
                },
              ]}
              save={save}
            />
            <div id={SAVE}>
              <AllowedButton action="policies.change" type="submit" variant="default" loading={form.sending}>
                {t('draft.save')}
              </AllowedButton>
            </div>
          </div>
        </Card>
        <PublishCard
          policy={policy}
          unsaved={form.isDirty()}
          language={language}
          onPublished={() => void navigate({ to: '/govern/policies/$id', params: { id: policy.id }, search: {} })}
        />
      </div>
    </form>
  )
}

function titles(content: PolicyContent, language: ReadingLanguage): string {
  return content.sections.map(({ texts }) => textIn(texts, language)?.title ?? '').join(', ')
}
