import { Select, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { DayInput } from '#web/ui/day-input.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { MarkedText } from './marked-text.tsx'
import type { Pack, RuleFinding } from './rule-records.ts'
import { useFoundWords } from './use-found-words.ts'
import classes from './rules.module.css'

const WAIT_MS = 250
const LANGUAGES = ['tr', 'en', 'de', 'fr', 'ar', 'ja', 'pt', 'es']
const TONE = { block: 'bad', warn: 'warn', inform: 'info' } as const
const LANGUAGE_OF_COUNTRY: Readonly<Record<string, string>> = {
  TR: 'tr',
  DE: 'de',
  GB: 'en',
  US: 'en',
  FR: 'fr',
  SA: 'ar',
  JP: 'ja',
  BR: 'pt',
}

/** A text of one's own against the rules of this pack, as one types. */
export function TryText({ pack }: { readonly pack: Pack }) {
  const { t, i18n } = useTranslation('rules')
  const [text, setText] = useState('')
  const [day, setDay] = useState<string | null>(null)
  const [language, setLanguage] = useState(LANGUAGE_OF_COUNTRY[pack.countries[0] ?? ''] ?? i18n.language)
  const [asked] = useDebouncedValue(text, WAIT_MS)
  const names = new Intl.DisplayNames(i18n.language, { type: 'language' })
  const request = { packId: pack.id, text: asked, language, plannedOn: day }
  const trial = useQuery({
    queryKey: [...orpc.governance.rules.tryText.key(), request, pack.version],
    queryFn: () => api.governance.rules.tryText(request),
    enabled: asked.trim() !== '',
    placeholderData: keepPreviousData,
  })
  return (
    <Card title={t('try')}>
      <div className={classes.fields}>
        <Textarea
          label={t('try.label')}
          placeholder={t('try.placeholder')}
          autosize
          minRows={3}
          maxRows={10}
          value={text}
          lang={language}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className={classes.pair}>
          <Select
            label={t('field.language')}
            data={LANGUAGES.map((value) => ({ value, label: names.of(value) ?? value }))}
            value={language}
            allowDeselect={false}
            onChange={(value) => setLanguage(value ?? language)}
          />
          <DayInput label={t('try.day')} value={day} onChange={setDay} clearable />
        </div>
      </div>
      <div aria-live="polite">
        {asked.trim() === '' ? (
          <p className={`small text-3 ${classes.quietly}`}>{t('try.wait')}</p>
        ) : (
          <Loaded query={trial} skeleton={2}>
            {({ findings }) => <Found text={asked} findings={findings} />}
          </Loaded>
        )}
      </div>
    </Card>
  )
}

function Found({ text, findings }: { text: string; findings: readonly RuleFinding[] }) {
  const { t } = useTranslation('rules')
  const words = useFoundWords()
  if (findings.length === 0) return <p className={`small text-2 ${classes.quietly}`}>{t('try.none')}</p>
  return (
    <>
      <MarkedText text={text} findings={findings} />
      <ul className={classes.findings}>
        {findings.map((finding) => {
          const { what, why } = words(finding)
          return (
            <li key={`${finding.ruleId} ${finding.start} ${finding.words} ${finding.note?.code}`}>
              <p className="medium">
                {what} <Badge tone={TONE[finding.severity]}>{t(`severity.${finding.severity}`)}</Badge>
              </p>
              <p className="small text-2">{why}</p>
            </li>
          )
        })}
      </ul>
    </>
  )
}
