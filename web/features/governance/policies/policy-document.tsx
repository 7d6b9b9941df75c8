import { IconCheck, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '#locales/index.ts'
import { Card } from '#web/ui/card.tsx'
import { keyed } from '#web/ui/keyed.ts'
import { PlainText } from '../plain-text.tsx'
import { textIn } from '../reading-language.ts'
import type { ReadingLanguage } from '../reading-language.ts'
import type { PolicyContent, Section } from '../records.ts'
import classes from './policy-document.module.css'

interface PolicyDocumentProps {
  readonly content: PolicyContent
  readonly language: ReadingLanguage
}

/** A policy to be read: section by section, with what to do and what not beside each other. */
export function PolicyDocument({ content, language }: PolicyDocumentProps) {
  const { t } = useTranslation('policies')
  const summary = textIn(content.summary, language) ?? ''
  return (
    <Card>
      <article className={classes.document}>
        {summary !== '' && (
          <p className={classes.summary} lang={language}>
            {summary}
          </p>
        )}
        {content.sections.length > 3 && (
          <nav className={classes.contents} aria-label={t('contents')}>
            <ol>
              {content.sections.map((section) => (
                <li key={section.key}>
                  <a href={`#section-${section.key}`}>{textIn(section.texts, language)?.title}</a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        {content.sections.map((section) => (
          <SectionView key={section.key} section={section} language={language} />
        ))}
      </article>
    </Card>
  )
}

function SectionView({ section, language }: { section: Section; language: ReadingLanguage }) {
  const { t } = useTranslation('policies')
  const text = textIn(section.texts, language)
  if (text === null) return null
  const written = section.texts[language] === null ? (language === 'en' ? 'tr' : 'en') : language
  return (
    <section className={classes.section} aria-labelledby={`section-${section.key}`}>
      <h2 id={`section-${section.key}`} className={classes.title} lang={written}>
        {text.title}
      </h2>
      {written !== language && (
        <p className={classes.untranslated}>{t('untranslated', { language: LANGUAGES[written] })}</p>
      )}
      <PlainText text={text.text} lang={written} />
      {text.dos.length + text.donts.length > 0 && (
        <div className={classes.examples} lang={written}>
          <Examples kind="do" lines={text.dos} />
          <Examples kind="dont" lines={text.donts} />
        </div>
      )}
    </section>
  )
}

/** One side of the examples; nothing where there are none. */
export function Examples({ kind, lines }: { readonly kind: 'do' | 'dont'; readonly lines: readonly string[] }) {
  const { t, i18n } = useTranslation('policies')
  if (lines.length === 0) return null
  const Mark = kind === 'do' ? IconCheck : IconX
  return (
    <div className={`${classes.example} ${kind === 'do' ? classes.do : classes.dont}`}>
      <h3 lang={i18n.language}>{t(kind)}</h3>
      <ul>
        {keyed(lines).map(({ key, item }) => (
          <li key={key}>
            <Mark size={16} stroke={2} aria-hidden />
            <span>{item}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
