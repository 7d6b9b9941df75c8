import { Select, Switch } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Composing } from './use-composition.ts'
import classes from './editor-options.module.css'

const TEXT_LANGUAGES = ['tr', 'en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'ru', 'uk', 'ar', 'fa', 'ja', 'ko', 'zh']

/** In which language the text is, and whether its links are tracked. */
export function EditorOptions({ composing: { composition, dispatch } }: { readonly composing: Composing }) {
  const { t, i18n } = useTranslation('publishing')
  const languages = useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: 'language' })
    return [...new Set([...TEXT_LANGUAGES, composition.language])]
      .filter((value) => value !== '')
      .map((value) => ({ value, label: names.of(value) ?? value }))
  }, [i18n.language, composition.language])
  return (
    <div className={classes.options}>
      <Select
        size="xs"
        w={148}
        aria-label={t('compose.language')}
        data={languages}
        value={composition.language === '' ? null : composition.language}
        placeholder={t('compose.language')}
        allowDeselect={false}
        searchable
        onChange={(language) => dispatch({ kind: 'set', values: { language: language ?? composition.language } })}
      />
      <Switch
        size="xs"
        label={t('compose.track')}
        checked={composition.trackLinks}
        onChange={(event) => dispatch({ kind: 'set', values: { trackLinks: event.currentTarget.checked } })}
      />
    </div>
  )
}
