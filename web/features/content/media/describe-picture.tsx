import { Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { useProblemForm } from '#web/ui/form.ts'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SaveFoot } from '#web/ui/save-foot.tsx'
import { SaveProblem } from '#web/ui/save-problem.tsx'
import { announce } from '#web/ui/toast.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import { useVersions } from '#web/ui/versions.ts'
import type { Media } from '../records.ts'
import { PictureImage } from './picture-image.tsx'
import classes from './pictures.module.css'

/** One picture, large, with its description for people who cannot see it. */
export function DescribePicture({ picture, onDone }: { readonly picture: Media; readonly onDone: () => void }) {
  const { t } = useTranslation('content')
  const queryClient = useQueryClient()
  const versions = useVersions({
    seen: picture,
    read: () => findPicture(picture),
    valuesOf: ({ altText }) => ({ altText }),
  })
  const form = useProblemForm({
    initialValues: { altText: picture.altText },
    draft: `media:${picture.id}:${picture.version}`,
  })
  const send = form.submit(
    (typed) =>
      versions.save(typed, ({ values, version }) =>
        api.content.changeMedia({ id: picture.id, altText: values.altText.trim() }, { context: { version } }),
      ),
    async () => {
      onDone()
      await queryClient.invalidateQueries({ queryKey: orpc.content.key() })
      announce(t('picture.saved'))
    },
  )
  return (
    <form onSubmit={send}>
      <PictureImage picture={picture} width={432} className={classes.large} />
      <Facts picture={picture} />
      <RestoredNote form={form} />
      <Textarea
        data-autofocus
        autosize
        minRows={3}
        maxRows={8}
        maxLength={2000}
        label={t('picture.alt')}
        description={t('picture.alt.help')}
        {...form.getInputProps('altText')}
      />
      <SaveProblem
        form={form}
        versions={versions}
        fields={(conflict) => [
          { label: t('picture.alt'), mine: conflict.mine.altText, theirs: conflict.theirs.altText },
        ]}
        save={send}
      />
      <SaveFoot action="pieces.change" sending={form.sending} onCancel={onDone} />
    </form>
  )
}

function Facts({ picture }: { picture: Media }) {
  const { t } = useTranslation('content')
  const number = useNumber()
  const time = useTime()
  return (
    <p className={classes.facts}>
      {t('picture.facts', {
        name: picture.name,
        width: picture.width,
        height: picture.height,
        size: number.count(Math.max(1, Math.round(picture.bytes / 1000))),
        when: time.date(picture.createdAt),
      })}
    </p>
  )
}

/** There is no address for one picture, so its newest version is looked up in the list. */
async function findPicture(picture: Media): Promise<Media> {
  const all = await everyPage((page) => api.content.media(page))
  return all.find(({ id }) => id === picture.id) ?? picture
}
