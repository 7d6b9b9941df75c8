import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconPhoto } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import type { Media } from '../records.ts'
import { DescribePicture } from './describe-picture.tsx'
import { PictureTile } from './picture-tile.tsx'
import { picturePages } from './picture-pages.ts'
import { UploadZone } from './upload-zone.tsx'
import classes from './pictures.module.css'

/** All pictures, newest first, with the way to add more and to describe each. */
export function PicturesTab() {
  const { t } = useTranslation(['content', 'ui'])
  const [opened, setOpened] = useState<Media | null>(null)
  const query = useInfiniteQuery(picturePages)
  return (
    <div className={classes.tab}>
      <UploadZone />
      <Loaded query={query} skeleton={4}>
        {({ pages }) => {
          const pictures = pages.flatMap((page) => page.items)
          if (pictures.length === 0)
            return (
              <Card>
                <Empty
                  icon={IconPhoto}
                  title={t('pictures.empty')}
                  text={t('pictures.empty.text')}
                  example={t('pictures.empty.example')}
                />
              </Card>
            )
          return (
            <ul className={classes.grid} aria-label={t('tab.pictures')}>
              {pictures.map((picture) => (
                <li key={picture.id}>
                  <PictureTile
                    picture={picture}
                    action={t('picture.describe', { name: picture.name })}
                    onPress={() => setOpened(picture)}
                  />
                </li>
              ))}
            </ul>
          )
        }}
      </Loaded>
      {query.hasNextPage && (
        <Button
          variant="default"
          mx="auto"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('ui:more')}
        </Button>
      )}
      <SideSheet opened={opened !== null} onClose={() => setOpened(null)} title={t('picture.title')}>
        {opened !== null && <DescribePicture picture={opened} onDone={() => setOpened(null)} />}
      </SideSheet>
    </div>
  )
}
