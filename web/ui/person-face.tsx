import { useTranslation } from 'react-i18next'
import { initials } from './initials.ts'
import classes from './person-face.module.css'

const TONES = ['accent', 'good', 'warn', 'info'] as const

/** A person's round mark with initials. The colour is their own, by name, and means nothing. Put the name beside it. */
export function PersonFace({ name }: { readonly name: string }) {
  const { i18n } = useTranslation()
  const place = Array.from(name).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % TONES.length
  return (
    <span className={`${classes.face} ${classes[TONES[place] ?? 'accent']}`} aria-hidden>
      {initials(name, i18n.language)}
    </span>
  )
}
