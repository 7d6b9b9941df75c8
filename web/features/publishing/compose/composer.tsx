import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { IconClock, IconFileText, IconSend } from '@tabler/icons-react'
import { Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { useConfirm } from '#web/ui/confirm.tsx'
import { Page } from '#web/ui/page.tsx'
import { announce } from '#web/ui/toast.tsx'
import type { Channel } from '../records.ts'
import { ApprovalCard } from './approval-card.tsx'
import { ChannelChoice } from './channel-choice.tsx'
import { ComposeTrace } from './compose-trace.tsx'
import { BASE } from './composition.ts'
import type { Composition, Tab } from './composition.ts'
import { EditorCard } from './editor-card.tsx'
import { blockedChannels, placeFindings } from './finding-places.ts'
import { FindingsCard } from './findings-card.tsx'
import { OriginCard } from './origin-card.tsx'
import { PlanCard } from './plan-card.tsx'
import { Previews } from './previews.tsx'
import { useApprovalRoutes } from './use-approval-routes.ts'
import { useAtomise } from './use-atomise.ts'
import { useChecks } from './use-checks.ts'
import { useComposition } from './use-composition.ts'
import { useFixes } from './use-fixes.ts'
import { useHeldBy } from './use-held-by.ts'
import { usePlanning } from './use-planning.ts'
import { WhenCard } from './when-card.tsx'
import classes from './composer.module.css'

interface ComposerProps {
  readonly draft: string
  readonly initial: Composition
  readonly channels: readonly Channel[]
  readonly onStartOver: () => void
}

/** Writes one text for several channels and plans it on all of them. */
export function Composer({ draft, initial, channels, onStartOver }: ComposerProps) {
  const { t } = useTranslation('publishing')
  const composing = useComposition(draft, initial)
  const { composition } = composing
  const [wantedTab, setTab] = useState<Tab>(BASE)
  const chosen = useMemo(
    () => composition.channelIds.flatMap((id) => channels.find((channel) => channel.id === id) ?? []),
    [composition.channelIds, channels],
  )
  const tab = wantedTab === BASE || chosen.some((channel) => channel.id === wantedTab) ? wantedTab : BASE
  const checks = useChecks(composition, chosen)
  const findings = placeFindings(composition, chosen, checks, true)
  const planning = usePlanning(composing)
  const atomise = useAtomise(composing, chosen)
  const fixes = useFixes(composing, chosen, setTab)
  const routes = useApprovalRoutes(composition, chosen)
  const needsApproval = chosen.some(({ id }) => routes.byChannel.get(id)?.needed === true)
  const heldBy = useHeldBy(composition, chosen, findings, needsApproval)
  const finish = useFinish(composing.forget, composition, needsApproval)
  const plan = async () => {
    if (heldBy === undefined && !planning.busy && (await planning.plan(chosen))) finish(chosen.length)
  }
  return (
    <Page
      title={composition.piece?.title ?? t('compose.new')}
      badge={<Badge icon={IconFileText}>{t('compose.draft')}</Badge>}
      sub={<KeptNote at={composing.keptAt} />}
      actions={
        <>
          <StartOver
            shown={composing.changed}
            onPress={() => {
              composing.forget()
              onStartOver()
            }}
          />
          <PlanButton
            timing={composition.timing}
            count={chosen.filter(({ id }) => composition.outgoing[id]?.state !== 'planned').length}
            busy={planning.busy}
            heldBy={heldBy}
            forApproval={needsApproval}
            onPress={() => void plan()}
          />
        </>
      }
    >
      <ComposeTrace composition={composition} post="new" />
      <ChannelChoice composing={composing} channels={channels} />
      <div className={classes.columns}>
        <div className={classes.stack}>
          <EditorCard
            composing={composing}
            channels={chosen}
            withBase
            tab={tab}
            onTab={setTab}
            findings={findings}
            onPlan={() => void plan()}
          />
          <FindingsCard findings={findings} channels={chosen} checks={checks} tab={tab} fixes={fixes} />
        </div>
        <div className={classes.previews}>
          <Previews composition={composition} channels={chosen} />
        </div>
        <div className={classes.stack}>
          <Suspense fallback={null}>
            <ApprovalCard channels={chosen} routes={routes} />
          </Suspense>
          <WhenCard composing={composing} channels={chosen} />
          <PlanCard
            composition={composition}
            channels={chosen}
            planning={planning}
            blocked={blockedChannels(findings)}
          />
          <OriginCard composing={composing} atomising={atomise.busy} onAtomise={atomise.start} />
        </div>
      </div>
    </Page>
  )
}

/** After all channels have it: the draft goes, and the calendar shows the day. */
function useFinish(forget: () => void, { timing, when }: Composition, forApproval: boolean): (count: number) => void {
  const { t } = useTranslation('publishing')
  const navigate = useNavigate()
  return (count) => {
    forget()
    announce(t(forApproval ? 'plan.done.approval' : timing === 'now' ? 'plan.done.now' : 'plan.done', { count }))
    void navigate({ to: '/calendar', search: timing === 'now' ? {} : { on: when.date } })
  }
}

/** Says that nothing typed is lost. */
export function KeptNote({ at }: { readonly at: Date | null }) {
  const { t } = useTranslation('publishing')
  const time = useTime()
  return at === null ? null : <span>{t('compose.kept', { time: time.time(at) })}</span>
}

function StartOver({ shown, onPress }: { shown: boolean; onPress: () => void }) {
  const { t } = useTranslation('publishing')
  const confirm = useConfirm()
  const press = async () => {
    if (
      await confirm({
        title: t('compose.over.title'),
        consequence: t('compose.over.consequence'),
        action: t('compose.over.action'),
      })
    )
      onPress()
  }
  return shown ? (
    <Button variant="subtle" color="gray" onClick={() => void press()}>
      {t('compose.over.action')}
    </Button>
  ) : null
}

interface PlanButtonProps {
  readonly timing: Composition['timing']
  readonly count: number
  readonly busy: boolean
  readonly heldBy: string | undefined
  /** Somebody has to approve it first, on at least one of the channels. */
  readonly forApproval: boolean
  readonly onPress: () => void
}

function PlanButton({ timing, count, busy, heldBy, forApproval, onPress }: PlanButtonProps) {
  const { t } = useTranslation('publishing')
  const icon =
    timing === 'now' ? (
      <IconSend size={16} stroke={1.5} aria-hidden />
    ) : (
      <IconClock size={16} stroke={1.5} aria-hidden />
    )
  return (
    <AllowedButton action="posts.change" loading={busy} heldBy={heldBy} icon={icon} onClick={onPress}>
      {forApproval
        ? t('compose.send-for-approval')
        : t(timing === 'now' ? 'compose.publish' : 'compose.schedule', { count })}
    </AllowedButton>
  )
}
