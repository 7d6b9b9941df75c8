import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '#web/ui/card.tsx'
import classes from './document.module.css'
import { LiveBlock } from './live-block.tsx'
import { PlanText } from './plan-text.tsx'
import type { PlanContent, PlanLanguage, PlanSectionShown } from './records.ts'

interface PlanReaderProps {
  readonly content: PlanContent
  readonly language: PlanLanguage
  readonly linked: boolean
  /** What stands beside a section's heading. */
  readonly endOf?: (section: PlanSectionShown) => ReactNode
  /** What stands in place of a section's text; null: the text. */
  readonly insteadOf?: (section: PlanSectionShown) => ReactNode
}

/** The plan, chapter by chapter: what was written, and what the records say. */
export function PlanReader({ content, language, linked, endOf, insteadOf }: PlanReaderProps) {
  return (
    <div className={classes.chapters}>
      {content.chapters.map((chapter, place) => {
        const [only] = chapter.sections
        const single = chapter.sections.length === 1 && only !== undefined
        return (
          <div key={chapter.key} id={`chapter-${chapter.key}`} className={classes.chapter}>
            <Card title={`${place + 1}  ${chapter.title}`} end={single ? endOf?.(only) : undefined}>
              {chapter.sections.map((section) => (
                <div key={section.key} className={classes.section}>
                  {!single && (
                    <div className={classes.sectionHead}>
                      <h3>{section.title}</h3>
                      {endOf?.(section)}
                    </div>
                  )}
                  {insteadOf?.(section) ?? <SectionText section={section} language={language} />}
                  {section.blocks.map((block) => (
                    <LiveBlock key={block.room} block={block} linked={linked} />
                  ))}
                </div>
              ))}
            </Card>
          </div>
        )
      })}
    </div>
  )
}

function SectionText({ section, language }: { readonly section: PlanSectionShown; readonly language: PlanLanguage }) {
  const { t } = useTranslation('document')
  if (section.text.trim() === '') return <p className={classes.note}>{t('unwritten')}</p>
  return (
    <>
      <PlanText text={section.text} lang={section.textLanguage} />
      {section.textLanguage !== language && (
        <p className={classes.note}>{t('other-language', { language: t(`other-language.${section.textLanguage}`) })}</p>
      )}
    </>
  )
}

/** The chapters as links, beside the text. */
export function PlanContents({ content }: { readonly content: PlanContent }) {
  const { t } = useTranslation('document')
  return (
    <Card title={t('contents')}>
      <ol className={classes.contents}>
        {content.chapters.map((chapter) => (
          <li key={chapter.key}>
            <a href={`#chapter-${chapter.key}`} className="link">
              {chapter.title}
            </a>
          </li>
        ))}
      </ol>
    </Card>
  )
}
