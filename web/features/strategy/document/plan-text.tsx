import { readText } from '#contract/plan-sections.ts'
import classes from './document.module.css'

/** Free text as it is printed: paragraphs and lists. */
export function PlanText({ text, lang }: { readonly text: string; readonly lang: string }) {
  return (
    <div className={classes.prose} lang={lang}>
      {readText(text).map((part, place) => {
        const key = `part ${place}`
        if (part.kind === 'paragraph') return <p key={key}>{part.text}</p>
        return (
          <ul key={key}>
            {part.items.map((item, row) => (
              <li key={`${key} ${row + 1}`}>{item}</li>
            ))}
          </ul>
        )
      })}
    </div>
  )
}
