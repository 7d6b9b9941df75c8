import { Button, Group, TextInput, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PlanSection } from '#contract/plan-sections.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { useProblemForm } from '#web/ui/form.ts'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SaveProblem } from '#web/ui/save-problem.tsx'
import { announce } from '#web/ui/toast.tsx'
import { useVersions } from '#web/ui/versions.ts'
import classes from './document.module.css'
import { PLAN_LANGUAGES, type PlanDocument } from './records.ts'

interface SectionFormProps {
  readonly plan: PlanDocument
  /** `title`: the plan's own. */
  readonly part: PlanSection | 'title'
  readonly name: string
  readonly onDone: () => void
}

/** A section's text in both languages, in place of the text. Two people at different sections do not meet. */
export function SectionForm({ plan, part, name, onDone }: SectionFormProps) {
  const { t } = useTranslation(['document', 'ui'])
  const queryClient = useQueryClient()
  const valuesOf = (document: PlanDocument) => ({
    ...(part === 'title'
      ? document.title
      : (document.texts.find(({ key }) => key === part)?.texts ?? { en: '', tr: '' })),
  })
  const versions = useVersions({ seen: plan, read: () => api.strategy.planDocument.show(), valuesOf })
  const form = useProblemForm({ initialValues: valuesOf(plan), draft: `plan-document:${part}:${plan.version}` })
  const send = form.submit(
    (typed) =>
      versions.save(typed, ({ values, version }) =>
        api.strategy.planDocument.change(
          part === 'title' ? { title: values } : { texts: [{ key: part, texts: values }] },
          { context: { version } },
        ),
      ),
    async (saved) => {
      queryClient.setQueryData(orpc.strategy.planDocument.show.queryKey(), saved)
      announce(t('saved', { section: name }))
      await queryClient.invalidateQueries({ queryKey: orpc.strategy.planDocument.key() })
      onDone()
    },
  )
  return (
    <form onSubmit={send} className={classes.form} aria-label={t('edit.section', { section: name })}>
      {part !== 'title' && <p className="text-2">{t(`help.${part}`)}</p>}
      <div className={classes.two}>
        {PLAN_LANGUAGES.map((language, place) =>
          part === 'title' ? (
            <TextInput
              key={language}
              autoFocus={place === 0}
              lang={language}
              maxLength={160}
              label={t(`edit.${language}`)}
              {...form.getInputProps(language)}
            />
          ) : (
            <Textarea
              key={language}
              autosize
              autoFocus={place === 0}
              lang={language}
              minRows={6}
              maxRows={24}
              maxLength={8000}
              label={t(`edit.${language}`)}
              {...form.getInputProps(language)}
            />
          ),
        )}
      </div>
      {part !== 'title' && <p className={classes.note}>{t('edit.help')}</p>}
      <RestoredNote form={form} />
      <SaveProblem
        form={form}
        versions={versions}
        fields={(conflict) =>
          PLAN_LANGUAGES.filter((language) => conflict.names.includes(language)).map((language) => ({
            label: t(`edit.${language}`),
            mine: conflict.mine[language],
            theirs: conflict.theirs[language],
          }))
        }
        save={send}
      />
      <Group gap={8} justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t('ui:cancel')}
        </Button>
        <Button type="submit" loading={form.sending}>
          {t('ui:save')}
        </Button>
      </Group>
    </form>
  )
}
