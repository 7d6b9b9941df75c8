import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Media } from '../records.ts'
import { PictureImage } from './picture-image.tsx'
import classes from './pictures.module.css'

interface PictureTileProps {
  readonly picture: Media
  /** What a press does, in words, read out after the tile's text. */
  readonly action: string
  readonly onPress: () => void
  readonly pressed?: boolean
}

/** A picture as a tile that can be pressed; says whether it is described. */
export function PictureTile({ picture, action, onPress, pressed }: PictureTileProps) {
  const { t } = useTranslation('content')
  return (
    <button type="button" className={classes.tile} onClick={onPress} aria-pressed={pressed}>
      <PictureImage picture={picture} width={240} described={false} className={classes.image} />
      <span className={classes.about}>
        <span className={classes.name} title={picture.name}>
          {picture.name}
        </span>
        {picture.altText === '' ? (
          <span className={classes.missing}>
            <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
            {t('picture.undescribed')}
          </span>
        ) : (
          <span className={classes.described} title={picture.altText}>
            <IconCircleCheck size={14} stroke={1.5} aria-hidden />
            <span className="ellipsis">{picture.altText}</span>
          </span>
        )}
      </span>
      <span className="visually-hidden">{action}</span>
    </button>
  )
}
