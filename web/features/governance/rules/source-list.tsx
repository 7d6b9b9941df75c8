import { useTranslation } from 'react-i18next'
import type { PackSummary } from './rule-records.ts'
import classes from './rules.module.css'

/** Where the rules of a pack come from. */
export function SourceList({ sources }: { readonly sources: PackSummary['sources'] }) {
  const { t } = useTranslation('rules')
  if (sources.length === 0) return <p className="small text-2">{t('sources.none')}</p>
  return (
    <ul className={classes.sources}>
      {sources.map(({ title, url }) => (
        <li key={title} className="small">
          {url === null ? (
            title
          ) : (
            <a className="link" href={url} target="_blank" rel="noreferrer noopener">
              {title}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
