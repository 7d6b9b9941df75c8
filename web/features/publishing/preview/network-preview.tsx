import {
  IconArrowBackUp,
  IconBookmark,
  IconDots,
  IconHeart,
  IconMessageCircle,
  IconRepeat,
  IconStar,
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findLinks } from '#contract/text-count.ts'
import { MediaGrid } from './media-grid.tsx'
import type { Previewed, PreviewedPart } from './previewed.ts'
import { RichText } from './rich-text.tsx'
import classes from './preview.module.css'

interface Look {
  readonly round: boolean
  /** The handle under the name, as Mastodon has it, or beside it. */
  readonly under: boolean
  readonly marks: readonly Icon[]
}

const BLUESKY: Look = { round: true, under: false, marks: [IconMessageCircle, IconRepeat, IconHeart, IconDots] }
const LOOKS: Readonly<Record<string, Look>> = {
  mastodon: { round: false, under: true, marks: [IconArrowBackUp, IconRepeat, IconStar, IconBookmark, IconDots] },
  bluesky: BLUESKY,
}

/** A post, or a thread of them, on a social network. */
export function NetworkPreview({ previewed }: { readonly previewed: Previewed }) {
  const look = LOOKS[previewed.channel.platform] ?? BLUESKY
  return (
    <div className={classes.body}>
      {previewed.parts.map((part, place) => {
        const key = `part ${place}`
        return (
          <PartPreview
            key={key}
            part={part}
            previewed={previewed}
            look={look}
            last={place === previewed.parts.length - 1}
          />
        )
      })}
    </div>
  )
}

function PartPreview({
  part,
  previewed,
  look,
  last,
}: {
  part: PreviewedPart
  previewed: Previewed
  look: Look
  last: boolean
}) {
  const handle = previewed.channel.handle.startsWith('@') ? previewed.channel.handle : `@${previewed.channel.handle}`
  return (
    <div className={last ? classes.part : `${classes.part} ${classes.threaded}`}>
      <div className={classes.who}>
        <span className={look.round ? `${classes.avatar} ${classes.round}` : classes.avatar} aria-hidden>
          {previewed.channel.name.charAt(0)}
        </span>
        <span className={look.under ? classes.stacked : classes.beside}>
          <span className="medium ellipsis">{previewed.channel.name}</span>
          <span className={`${classes.handle} ellipsis`}>{handle}</span>
        </span>
      </div>
      <Guarded warning={previewed.contentWarning}>
        <div className={classes.text}>
          <RichText text={part.text} shortLinks />
        </div>
        {part.media.length > 0 ? <MediaGrid media={part.media} /> : <LinkCard text={part.text} />}
      </Guarded>
      <div className={classes.marks} aria-hidden>
        {look.marks.map((Mark, place) => {
          const key = `mark ${place}`
          return <Mark key={key} size={16} stroke={1.5} />
        })}
      </div>
    </div>
  )
}

/** Behind a content warning the text is shown only after a press, as readers meet it. */
function Guarded({ warning, children }: { warning: string | null; children: React.ReactNode }) {
  const { t } = useTranslation('publishing')
  const [shown, setShown] = useState(false)
  if (warning === null || warning === '') return <>{children}</>
  return (
    <>
      <p className={classes.warning}>
        <span>{warning}</span>
        <button type="button" className={classes.reveal} aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t(shown ? 'preview.hide' : 'preview.show')}
        </button>
      </p>
      {shown && children}
    </>
  )
}

function LinkCard({ text }: { text: string }) {
  const link = findLinks(text).at(-1)
  if (link === undefined) return null
  const [, host = link.url, path = ''] = /^https?:\/\/([^/?#]+)\/?(.*)$/iu.exec(link.url) ?? []
  return (
    <div className={classes.linkCard}>
      <span className="small text-3">{host}</span>
      <span className="medium ellipsis">{path === '' ? host : path}</span>
    </div>
  )
}
