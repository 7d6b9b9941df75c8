import type { ClipboardEvent, KeyboardEvent, Ref } from 'react'
import type { Finding } from '../records.ts'
import { highlights } from './highlights.ts'
import classes from './highlighted-text.module.css'

interface HighlightedTextProps {
  readonly value: string
  readonly onChange: (text: string) => void
  readonly label: string
  readonly placeholder?: string | undefined
  readonly findings: readonly Finding[]
  readonly language: string
  readonly invalid: boolean
  readonly readOnly: boolean
  readonly describedBy?: string | undefined
  readonly ref?: Ref<HTMLTextAreaElement>
  readonly onPasteFiles: (files: readonly File[]) => void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
}

/**
 * A text field that grows with its text and draws findings under the words. A plain textarea takes the keys; the same text
 * in the same place behind it carries colours and underlines, hidden from screen readers.
 */
export function HighlightedText({
  value,
  onChange,
  label,
  placeholder,
  findings,
  language,
  invalid,
  readOnly,
  describedBy,
  ref,
  onPasteFiles,
  onKeyDown,
}: HighlightedTextProps) {
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files]
    if (files.length === 0) return
    event.preventDefault()
    onPasteFiles(files)
  }
  return (
    <div className={classes.field}>
      <div className={classes.drawn} aria-hidden lang={language || undefined}>
        {highlights(value, findings).map((stretch, place) => {
          const key = `${place} ${stretch.text.length}`
          const names = [
            stretch.marked ? classes.marked : '',
            stretch.severity === null ? '' : classes[stretch.severity],
          ]
            .filter(Boolean)
            .join(' ')
          return names === '' ? (
            stretch.text
          ) : (
            <span key={key} className={names}>
              {stretch.text}
            </span>
          )
        })}
        {/* A last line that is empty needs something in it to have a height. */}
        {'​'}
      </div>
      <textarea
        ref={ref}
        className={classes.written}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onPaste={paste}
        onKeyDown={onKeyDown}
        aria-label={label}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        placeholder={placeholder}
        lang={language || undefined}
        readOnly={readOnly}
        spellCheck
        rows={1}
      />
    </div>
  )
}
