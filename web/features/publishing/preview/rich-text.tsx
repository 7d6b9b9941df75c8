import { Fragment } from 'react'
import { findHashtags, findLinks, findMentions } from '#contract/text-count.ts'
import classes from './rich-text.module.css'

interface RichTextProps {
  readonly text: string
  /** Links without their beginning, as platforms show them. */
  readonly shortLinks?: boolean
}

/** A text as platforms show it: links, hashtags and mentions in colour, line breaks kept. Nothing in it can be followed. */
export function RichText({ text, shortLinks = false }: RichTextProps) {
  return (
    <>
      {stretchesOf(text, shortLinks).map(({ start, shown, marked }) => (
        <Fragment key={start}>{marked ? <span className={classes.marked}>{shown}</span> : shown}</Fragment>
      ))}
    </>
  )
}

/** The text cut at its links, hashtags and mentions, in order. */
function stretchesOf(text: string, shortLinks: boolean) {
  const links = findLinks(text).map((link) => ({ ...link, shown: shortLinks ? shortened(link.url) : link.url }))
  const tags = [...findHashtags(text), ...findMentions(text)].map(({ start, end }) => ({
    start,
    end,
    shown: text.slice(start, end),
  }))
  const marked = [...links, ...tags].sort((one, other) => one.start - other.start)
  const ends = [0, ...marked.map(({ end }) => end)]
  const plain = ends.map((start, place) => ({
    start,
    shown: text.slice(start, marked[place]?.start ?? text.length),
    marked: false,
  }))
  return [
    ...plain.filter(({ shown }) => shown !== ''),
    ...marked.map(({ start, shown }) => ({ start, shown, marked: true })),
  ].sort((one, other) => one.start - other.start)
}

function shortened(url: string): string {
  const bare = url.replace(/^https?:\/\/(www\.)?/u, '')
  return bare.length > 32 ? `${bare.slice(0, 31)}…` : bare
}
