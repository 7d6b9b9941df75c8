import { findHashtags, findLinks, findMentions } from '#contract/text-count.ts'
import type { Stretch } from '#contract/text-count.ts'
import { keyed } from '#web/ui/keyed.ts'
import classes from './variants.module.css'

/** A post's plain text as a platform shows it: links, hashtags and mentions stand out, line breaks stay. */
export function PostText({ text }: { readonly text: string }) {
  const marked = [...findLinks(text), ...findHashtags(text), ...findMentions(text)].sort(
    (left, right) => left.start - right.start,
  )
  return <p className={classes.text}>{pieces(text, marked)}</p>
}

function pieces(text: string, marked: readonly Stretch[]) {
  const ends = [0, ...marked.map((stretch) => stretch.end)]
  return keyed(ends).map(({ key, item: from }, place) => {
    const next = marked[place]
    return (
      <span key={key}>
        {text.slice(from, next?.start)}
        {next !== undefined && <span className={classes.marked}>{text.slice(next.start, next.end)}</span>}
      </span>
    )
  })
}
