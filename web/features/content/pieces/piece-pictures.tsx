import { ActionIcon, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import {
  IconAlertTriangle,
  IconArrowDown,
  IconArrowUp,
  IconDots,
  IconPencil,
  IconPhotoPlus,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/kernel/session.tsx'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { announce } from '#web/ui/toast.tsx'
import type { PieceSaver } from '../editor/piece-saver.ts'
import { useSaverState } from '../editor/use-piece-saver.ts'
import { DescribePicture } from '../media/describe-picture.tsx'
import { PictureImage } from '../media/picture-image.tsx'
import { PicturePicker } from '../media/picture-picker.tsx'
import { everyMedia } from '../records.ts'
import type { Media, Piece } from '../records.ts'
import classes from './piece-pictures.module.css'

interface PiecePicturesProps {
  readonly piece: Piece
  readonly saver: PieceSaver
}

/** The pictures of a piece in the order in which they go out, each with its description. */
export function PiecePictures({ piece, saver }: PiecePicturesProps) {
  const { t } = useTranslation('content')
  const { mine } = useSaverState(saver)
  const [picking, setPicking] = useState(false)
  const [described, setDescribed] = useState<Media | null>(null)
  const pictures = usePictures(piece, mine.mediaIds)
  const set = (mediaIds: readonly string[]) => saver.change({ mediaIds })
  const move = (place: number, by: number) => {
    const ids = [...mine.mediaIds]
    const [moved] = ids.splice(place, 1)
    if (moved !== undefined) ids.splice(place + by, 0, moved)
    set(ids)
  }
  const takeOut = (id: string) => {
    const before = mine.mediaIds
    set(before.filter((one) => one !== id))
    announce(t('picture.taken-out'), { undo: () => set(before) })
  }
  return (
    <Card
      title={t('piece.pictures')}
      end={
        <AllowedButton
          action="pieces.change"
          size="xs"
          variant="default"
          icon={<IconPhotoPlus size={14} stroke={1.5} aria-hidden />}
          onClick={() => setPicking(true)}
        >
          {t('piece.pictures.add')}
        </AllowedButton>
      }
    >
      {pictures.length === 0 && <p className={classes.none}>{t('piece.pictures.none')}</p>}
      <ol className={classes.list}>
        {pictures.map((picture, place) => (
          <PictureRow
            key={picture.id}
            picture={picture}
            first={place === 0}
            last={place === pictures.length - 1}
            onDescribe={() => setDescribed(picture)}
            onMove={(by) => move(place, by)}
            onTakeOut={() => takeOut(picture.id)}
          />
        ))}
      </ol>
      <PicturePicker
        opened={picking}
        onClose={() => setPicking(false)}
        onPick={(picked) => set([...new Set([...mine.mediaIds, ...picked.map(({ id }) => id)])].slice(0, 20))}
      />
      <SideSheet opened={described !== null} onClose={() => setDescribed(null)} title={t('picture.title')}>
        {described !== null && <DescribePicture picture={described} onDone={() => setDescribed(null)} />}
      </SideSheet>
    </Card>
  )
}

/** The chosen pictures: those of the saved piece are known, newly chosen ones come from the library. */
function usePictures(piece: Piece, ids: readonly string[]): readonly Media[] {
  const unknown = ids.some((id) => !piece.media.some((picture) => picture.id === id))
  const library = useQuery({ ...everyMedia, enabled: unknown }).data ?? []
  return ids.flatMap(
    (id) => piece.media.find((picture) => picture.id === id) ?? library.find((picture) => picture.id === id) ?? [],
  )
}

interface PictureRowProps {
  readonly picture: Media
  readonly first: boolean
  readonly last: boolean
  readonly onDescribe: () => void
  readonly onMove: (by: number) => void
  readonly onTakeOut: () => void
}

function PictureRow({ picture, first, last, onDescribe, onMove, onTakeOut }: PictureRowProps) {
  const { t } = useTranslation('content')
  const may = useMay('pieces.change')
  return (
    <li className={classes.row}>
      <PictureImage picture={picture} width={56} described={false} className={classes.image} />
      <button type="button" className={classes.alt} onClick={onDescribe} title={picture.altText}>
        {picture.altText === '' ? (
          <span className={classes.missing}>
            <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
            {t('picture.undescribed')}
          </span>
        ) : (
          picture.altText
        )}
        <span className="visually-hidden">{t('picture.describe', { name: picture.name })}</span>
      </button>
      {may.allowed && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t('picture.more', { name: picture.name })}>
              <IconDots size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={16} stroke={1.5} aria-hidden />} onClick={onDescribe}>
              {t('picture.alt')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowUp size={16} stroke={1.5} aria-hidden />}
              disabled={first}
              onClick={() => onMove(-1)}
            >
              {t('picture.up')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowDown size={16} stroke={1.5} aria-hidden />}
              disabled={last}
              onClick={() => onMove(1)}
            >
              {t('picture.down')}
            </Menu.Item>
            <Menu.Item leftSection={<IconTrash size={16} stroke={1.5} aria-hidden />} onClick={onTakeOut}>
              {t('picture.take-out')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  )
}
