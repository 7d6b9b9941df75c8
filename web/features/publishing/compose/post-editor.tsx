import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { IconCheck } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, asProblem } from '#web/kernel/client.ts'
import type { Problem } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { DeliveryBadge } from '#web/ui/badges.tsx'
import { ChangedMeanwhile } from '#web/ui/changed-meanwhile.tsx'
import { Page } from '#web/ui/page.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { announce } from '#web/ui/toast.tsx'
import { postTitle } from '../post-title.ts'
import { postQuery, refreshPublishing } from '../queries.ts'
import type { Channel, Post } from '../records.ts'
import { ApprovalCard } from './approval-card.tsx'
import { ComposeTrace } from './compose-trace.tsx'
import { KeptNote } from './composer.tsx'
import type { Composition } from './composition.ts'
import { EditorCard } from './editor-card.tsx'
import { placeFindings } from './finding-places.ts'
import { FindingsCard } from './findings-card.tsx'
import { OriginCard } from './origin-card.tsx'
import { postRequest } from './post-request.ts'
import { Previews } from './previews.tsx'
import { startEditing } from './start-composition.ts'
import { useApprovalRoutes } from './use-approval-routes.ts'
import { useChecks } from './use-checks.ts'
import { useComposition } from './use-composition.ts'
import { useFixes } from './use-fixes.ts'
import { useHeldBy } from './use-held-by.ts'
import { WhenCard } from './when-card.tsx'
import classes from './composer.module.css'

interface PostEditorProps {
  readonly draft: string
  readonly post: Post
  readonly channel: Channel
}

/** Changes a post that has not gone out: its text, its time, what it serves. */
export function PostEditor({ draft, post, channel }: PostEditorProps) {
  const { t } = useTranslation('publishing')
  const composing = useComposition(draft, startEditing(post))
  const { composition } = composing
  const channels = [channel]
  const checks = useChecks(composition, channels)
  const findings = placeFindings(composition, channels, checks, false)
  const fixes = useFixes(composing, channels, () => undefined)
  const routes = useApprovalRoutes(composition, channels)
  const needsApproval = routes.byChannel.get(channel.id)?.needed === true
  const heldBy = useHeldBy(composition, channels, findings, needsApproval)
  const saving = useSaving({ post, channel, composition, forget: composing.forget })
  const save = () => {
    if (heldBy === undefined) void saving.save(post.version)
  }
  return (
    <Page
      title={postTitle(post)}
      badge={<DeliveryBadge state={post.delivery.state} at={post.delivery.dueAt} reason={post.delivery.reason} />}
      sub={<KeptNote at={composing.keptAt} />}
      actions={
        <AllowedButton
          action="posts.change"
          loading={saving.busy}
          heldBy={heldBy}
          icon={<IconCheck size={16} stroke={1.5} aria-hidden />}
          onClick={save}
        >
          {t('compose.save')}
        </AllowedButton>
      }
    >
      <div className={classes.notices}>
        {saving.problem !== null && <ProblemNotice problem={saving.problem} />}
        {saving.theirs !== null && (
          <ChangedMeanwhile
            sending={saving.busy}
            fields={differences(t('compose.text'), composition, startEditing(saving.theirs))}
            onMine={() => void saving.save(saving.theirs?.version ?? post.version)}
            onTheirs={() => {
              if (saving.theirs !== null) composing.dispatch({ kind: 'set', values: startEditing(saving.theirs) })
              saving.settle()
            }}
          />
        )}
      </div>
      <ComposeTrace composition={composition} post={post.id} />
      <div className={classes.columns}>
        <div className={classes.stack}>
          <EditorCard
            composing={composing}
            channels={channels}
            withBase={false}
            tab={channel.id}
            onTab={() => undefined}
            findings={findings}
            onPlan={save}
          />
          <FindingsCard findings={findings} channels={channels} checks={checks} tab={channel.id} fixes={fixes} />
        </div>
        <div className={classes.previews}>
          <Previews composition={composition} channels={channels} />
        </div>
        <div className={classes.stack}>
          <Suspense fallback={null}>
            <ApprovalCard channels={channels} routes={routes} />
          </Suspense>
          <WhenCard composing={composing} channels={channels} />
          <OriginCard composing={composing} atomising={false} onAtomise={null} />
        </div>
      </div>
    </Page>
  )
}

function differences(label: string, mine: Composition, theirs: Composition) {
  const text = ({ base, own, channelIds }: Composition) =>
    (own[channelIds[0] ?? ''] ?? base).parts.map((part) => part.text).join('\n\n')
  return text(mine) === text(theirs) ? [] : [{ label, mine: text(mine), theirs: text(theirs) }]
}

interface Saving {
  readonly post: Post
  readonly channel: Channel
  readonly composition: Composition
  readonly forget: () => void
}

function useSaving({ post, channel, composition, forget }: Saving) {
  const { t } = useTranslation('publishing')
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [theirs, setTheirs] = useState<Post | null>(null)
  const save = async (version: number) => {
    setBusy(true)
    setProblem(null)
    try {
      const { channelId: _, ...request } = postRequest(composition, channel, new Date())
      // An untouched time is left out: a typing error in a late post may still be mended.
      const { plannedAt, timeZone, ...content } = request
      const timed =
        plannedAt === post.plannedAt.slice(0, 16) && timeZone === post.timeZone ? {} : { plannedAt, timeZone }
      await api.publishing.changePost({ ...content, ...timed, id: post.id }, { context: { version } })
      forget()
      announce(t('compose.saved'))
      await refreshPublishing(queryClient)
      void navigate({ to: '/posts/$id', params: { id: post.id } })
    } catch (error) {
      const refused = asProblem(error)
      if (refused.code === 'record.changed')
        setTheirs(await queryClient.fetchQuery({ ...postQuery(post.id), staleTime: 0 }))
      else setProblem(refused)
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, theirs, save, settle: () => setTheirs(null) }
}
