import { useTranslation } from 'react-i18next'
import type { Approval } from '#web/ui/use-approval-words.ts'
import { wordChanges } from './word-changes.ts'
import classes from './approvals.module.css'

/** Words of a part that somebody has selected, to comment on just those. */
export interface Selected {
  readonly part: number
  readonly start: number
  readonly end: number
  readonly quote: string
}

interface ApprovedTextProps {
  readonly approval: Approval
  readonly selected: Selected | null
  readonly onSelect: (selected: Selected) => void
}

/** What is approved, part by part, with the places of comments; and what changed since the last approval. */
export function ApprovedText({ approval, selected, onSelect }: ApprovedTextProps) {
  const { t } = useTranslation('approvals')
  const { content, approvedBefore } = approval
  return (
    <>
      {content.title !== null && <p className="medium">{content.title}</p>}
      {content.parts.map((part, place) => {
        const key = `part ${place}`
        return (
          <div key={key}>
            {content.parts.length > 1 && (
              <p className={`${classes.quiet} small`}>{t('panel.part', { number: place + 1 })}</p>
            )}
            <div
              className={classes.text}
              lang={content.language ?? undefined}
              onMouseUp={(event) => select(event.currentTarget, place, part.text, onSelect)}
              onKeyUp={(event) => select(event.currentTarget, place, part.text, onSelect)}
              role="textbox"
              aria-readonly
              aria-multiline
              aria-label={t('panel.part', { number: place + 1 })}
              tabIndex={0}
            >
              <Marked text={part.text} places={placesOf(approval, place, selected)} />
            </div>
            {part.pictures.length > 0 && (
              <ul className={classes.pictures} aria-label={t('panel.pictures')}>
                {part.pictures.map((picture) => (
                  <li key={picture.id}>
                    <img src={`/api/v1/media/${picture.id}/file`} alt={picture.altText} />
                    <span className={`${classes.quiet} small`}>
                      {picture.altText === '' ? t('panel.undescribed') : picture.altText}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </div>
        )
      })}
      {approvedBefore !== null && <Differences before={approvedBefore} after={content} />}
    </>
  )
}

interface Place {
  readonly start: number
  readonly end: number
  readonly chosen: boolean
}

function placesOf(approval: Approval, part: number, selected: Selected | null): readonly Place[] {
  const comments = approval.comments.flatMap(({ part: of, start, end, state }) =>
    of === part && state === 'open' && start !== null && end !== null ? [{ start, end, chosen: false }] : [],
  )
  return selected?.part === part ? [...comments, { ...selected, chosen: true }] : comments
}

/** The text with marks where something is said of it; marks that overlap are joined. */
function Marked({ text, places }: { text: string; places: readonly Place[] }) {
  const pieces: { text: string; mark: string | undefined; at: number }[] = []
  const ends = [...new Set([0, text.length, ...places.flatMap(({ start, end }) => [start, end])])].sort(
    (one, other) => one - other,
  )
  for (const [index, at] of ends.entries()) {
    const to = ends[index + 1]
    if (to === undefined) break
    const over = places.filter(({ start, end }) => start <= at && end >= to)
    const chosen = over.some((place) => place.chosen)
    const mark = over.length === 0 ? undefined : chosen ? `${classes.mark} ${classes.chosen}` : classes.mark
    pieces.push({ text: text.slice(at, to), mark, at })
  }
  return (
    <>
      {pieces.map((piece) =>
        piece.mark === undefined ? (
          <span key={piece.at}>{piece.text}</span>
        ) : (
          <mark key={piece.at} className={piece.mark}>
            {piece.text}
          </mark>
        ),
      )}
    </>
  )
}

/** Reads what is selected in a part; its places are those of the part's text, since the marks add no letters. */
function select(part: HTMLElement, place: number, text: string, onSelect: (selected: Selected) => void): void {
  const selection = window.getSelection()
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return
  const range = selection.getRangeAt(0)
  if (!part.contains(range.startContainer) || !part.contains(range.endContainer)) return
  const before = document.createRange()
  before.selectNodeContents(part)
  before.setEnd(range.startContainer, range.startOffset)
  const start = before.toString().length
  const end = start + range.toString().length
  const quote = text.slice(start, end)
  if (quote.trim() !== '') onSelect({ part: place, start, end, quote })
}

type Content = Approval['content']

function Differences({ before, after }: { before: Content; after: Content }) {
  const { t } = useTranslation('approvals')
  const textOf = ({ title, parts }: Content) => [title ?? '', ...parts.map(({ text }) => text)].join('\n\n').trim()
  const changes = wordChanges(textOf(before), textOf(after))
  if (changes === null || changes.every(({ kind }) => kind === 'same')) return null
  return (
    <>
      <h4 className={`${classes.quiet} small`} style={{ margin: '12px 0 4px' }}>
        {t('panel.what-changed')}
      </h4>
      <div className={classes.text}>
        {changes.map(({ kind, text }, place) => {
          const key = `${place} ${kind}`
          if (kind === 'same') return <span key={key}>{text}</span>
          return kind === 'added' ? (
            <ins key={key} className={classes.added}>
              {text}
            </ins>
          ) : (
            <del key={key} className={classes.taken}>
              {text}
            </del>
          )
        })}
      </div>
    </>
  )
}
