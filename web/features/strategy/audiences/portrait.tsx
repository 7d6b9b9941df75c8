import { useTranslation } from 'react-i18next'
import { initials } from '#web/ui/initials.ts'
import classes from './portrait.module.css'

interface PortraitProps {
  readonly name: string
  readonly portrait: { readonly url: string } | null
  /** How wide and high it is drawn, in CSS pixels. */
  readonly size: number
}

const TONES = ['accent', 'good', 'warn', 'info'] as const

/** The face of an audience: its picture, or its initials. Its name stands beside it, so it is not read out. */
export function Portrait({ name, portrait, size }: PortraitProps) {
  const { i18n } = useTranslation()
  const style = { width: size, height: size, fontSize: Math.round(size * 0.36) }
  if (portrait !== null)
    return (
      <img
        className={classes.face}
        style={style}
        src={`${portrait.url}?width=${size * 2}`}
        alt=""
        loading="lazy"
        decoding="async"
      />
    )
  const place = Array.from(name).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % TONES.length
  return (
    <span className={`${classes.face} ${classes[TONES[place] ?? 'accent']}`} style={style} aria-hidden>
      {initials(firstWords(name), i18n.language)}
    </span>
  )
}

/** "Elif, the weekend cook" is called Elif: what follows a comma tells more about her. */
function firstWords(name: string): string {
  return name.split(',')[0]?.trim() || name
}
