import { Button, Modal } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/ui/loaded.tsx'
import type { Media } from '../records.ts'
import { picturePages } from './picture-pages.ts'
import { PictureTile } from './picture-tile.tsx'
import { UploadZone } from './upload-zone.tsx'
import classes from './picture-picker.module.css'
import grid from './pictures.module.css'

interface PicturePickerProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly onPick: (pictures: readonly Media[]) => void
}

/** Chooses pictures out of all there are, or uploads new ones, which are chosen at once. */
export function PicturePicker({ opened, onClose, onPick }: PicturePickerProps) {
  const { t } = useTranslation(['content', 'ui'])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('picker.title')}
      size={880}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Choice onClose={onClose} onPick={onPick} />
    </Modal>
  )
}

function Choice({ onClose, onPick }: Omit<PicturePickerProps, 'opened'>) {
  const { t } = useTranslation(['content', 'ui'])
  const [chosen, setChosen] = useState<readonly string[]>([])
  const query = useInfiniteQuery(picturePages)
  const pictures = query.data?.pages.flatMap((page) => page.items) ?? []
  const toggle = (id: string) => setChosen((ids) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]))
  const pick = () => {
    onPick(chosen.flatMap((id) => pictures.find((picture) => picture.id === id) ?? []))
    onClose()
  }
  return (
    <div className={classes.choice}>
      <UploadZone onUploaded={(id) => setChosen((ids) => [...ids, id])} />
      <Loaded query={query} skeleton={4}>
        {() =>
          pictures.length === 0 ? (
            <p className={classes.none}>{t('picker.empty')}</p>
          ) : (
            <ul className={`${grid.grid} ${classes.grid}`}>
              {pictures.map((picture) => (
                <li key={picture.id}>
                  <PictureTile
                    picture={picture}
                    pressed={chosen.includes(picture.id)}
                    action={t('picker.choose', { name: picture.name })}
                    onPress={() => toggle(picture.id)}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {query.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mx="auto"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('ui:more')}
        </Button>
      )}
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button disabled={chosen.length === 0} onClick={pick}>
          {t('picker.pick', { count: chosen.length })}
        </Button>
      </div>
    </div>
  )
}
