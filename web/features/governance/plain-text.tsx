import { keyed } from '#web/ui/keyed.ts'
import classes from './plain-text.module.css'

/** Text as it was typed: paragraphs with an empty line between them, and lines that begin with a hyphen as a list. */
export function PlainText({ text, lang }: { readonly text: string; readonly lang?: string | undefined }) {
  const blocks = text
    .split(/\n\s*\n/u)
    .map((block) => block.trim())
    .filter((block) => block !== '')
  return (
    <div className={classes.text} lang={lang}>
      {keyed(blocks).map(({ key, item }) => (
        <Block key={key} block={item} />
      ))}
    </div>
  )
}

function Block({ block }: { block: string }) {
  const lines = block.split('\n')
  const isList = lines.every((line) => /^\s*[-*] /u.test(line))
  if (!isList) return <p>{block}</p>
  return (
    <ul>
      {keyed(lines).map(({ key, item }) => (
        <li key={key}>{item.replace(/^\s*[-*] /u, '')}</li>
      ))}
    </ul>
  )
}
