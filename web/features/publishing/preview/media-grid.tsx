import type { PreviewedPart } from './previewed.ts'
import classes from './preview.module.css'

/** One to four pictures in the arrangement that networks share; more are counted on the last one. */
export function MediaGrid({ media }: { readonly media: PreviewedPart['media'] }) {
  const shown = media.slice(0, 4)
  const rest = media.length - shown.length
  return (
    <div className={classes.media} data-count={shown.length}>
      {shown.map((picture, place) => (
        <span key={picture.id} className={classes.picture}>
          <img src={picture.url} alt={picture.altText} loading="lazy" />
          {rest > 0 && place === shown.length - 1 && <span className={classes.rest}>{`+${rest}`}</span>}
        </span>
      ))}
    </div>
  )
}
