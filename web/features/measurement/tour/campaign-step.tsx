import { TextInput, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { findLinks } from '#contract/text-count.ts'
import { api } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { addDays } from '#web/kernel/time.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import type { TourRecords } from './find-tour-records.ts'
import classes from './tour.module.css'
import { useFieldChecks } from './use-field-checks.ts'
import type { Made } from './use-tour.ts'

const SUGGESTED_LINK = 'https://example.org/'
const A_MONTH = 30

interface CampaignStepProps {
  readonly goal: NonNullable<TourRecords['goal']>
  /** Made before a piece could be; the step goes on with it. */
  readonly campaign: TourRecords['campaign']
  readonly made: Made
}

type Values = { campaign: string; title: string; body: string }

/** Step three: a campaign towards the goal, and what it says, with a link whose clicks will count. */
export function CampaignStep({ goal, campaign, made }: CampaignStepProps) {
  const { t } = useTranslation('measurement')
  const me = useMe()
  const today = useTime().today()
  const check = useFieldChecks()
  const form = useProblemForm<Values>({
    initialValues: {
      campaign: t('tour.campaign.suggested'),
      title: t('tour.campaign.piece.suggested'),
      body: t('tour.campaign.body.suggested', { link: SUGGESTED_LINK }),
    },
    validate: {
      campaign: check.said,
      title: check.said,
      body: (body) => (findLinks(body).length === 0 ? t('tour.campaign.body.link-needed') : null),
    },
    draft: 'tour:campaign',
    guard: false,
  })
  const makeCampaign = async (title: string) => {
    const created = await api.content.createCampaign({
      title,
      goalIds: [goal.id],
      startsOn: today,
      endsOn: addDays(today, A_MONTH),
      ownerId: me.person.id,
    })
    made({ campaign: created })
    return created
  }
  const send = form.submit(
    async ({ campaign: title, ...piece }) => {
      const { id } = campaign ?? (await makeCampaign(title))
      return api.content.createPiece({ ...piece, campaignId: id, language: me.language })
    },
    (piece) => made({ piece }),
  )
  return (
    <form className={classes.form} onSubmit={send}>
      {campaign === null ? (
        <TextInput
          label={t('tour.campaign.name')}
          description={t('tour.campaign.name.text', { goal: goal.title })}
          withAsterisk
          maxLength={200}
          {...form.getInputProps('campaign')}
        />
      ) : (
        <dl className={classes.fixed}>
          <dt>{t('tour.campaign.name')}</dt>
          <dd>{campaign.title}</dd>
        </dl>
      )}
      <TextInput label={t('tour.campaign.piece')} withAsterisk maxLength={200} {...form.getInputProps('title')} />
      <Textarea
        label={t('tour.campaign.body')}
        description={t('tour.campaign.body.text')}
        withAsterisk
        autosize
        minRows={4}
        maxRows={12}
        {...form.getInputProps('body')}
      />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <div className={classes.foot}>
        <AllowedButton
          action={campaign === null ? 'campaigns.change' : 'pieces.change'}
          why="beside"
          type="submit"
          loading={form.sending}
        >
          {t('tour.campaign.action')}
        </AllowedButton>
      </div>
    </form>
  )
}
