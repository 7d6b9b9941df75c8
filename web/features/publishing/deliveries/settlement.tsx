import { Button, Modal, TextInput, Group, Radio } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { IconCheck, IconInfoCircle, IconSend } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { announce } from '#web/ui/toast.tsx'
import { refreshPublishing } from '../queries.ts'
import type { Post } from '../records.ts'
import { useRefusedText } from '../use-reason-text.ts'
import { Attempts } from './attempts.tsx'
import { DifferingText } from './differing-text.tsx'
import classes from './settlement.module.css'

/** Both texts side by side, what is known, and the two ways out, which weigh the same. */
export function Settlement({ post }: { readonly post: Post }) {
  const { t } = useTranslation('publishing')
  const time = useTime()
  const { delivery } = post
  const [picked, setPicked] = useState(0)
  const sent = delivery.sends.map(({ text }) => text).join('\n\n')
  const candidate = delivery.candidates[picked] ?? delivery.candidates[0]
  const first = delivery.attempts.find((attempt) => attempt.kind === 'send')
  return (
    <div className={classes.box}>
      <section className={classes.part} aria-label={t('settle.sent')}>
        <div className={classes.head}>
          <h3>{t('settle.sent')}</h3>
          {first !== undefined && <span className="small text-3">{time.instant(first.startedAt)}</span>}
        </div>
        <DifferingText text={sent} other={candidate?.text ?? null} side="ours" />
      </section>
      <section className={classes.part} aria-label={t('settle.shows')}>
        <div className={classes.head}>
          <h3>{t('settle.shows')}</h3>
          {candidate !== undefined && (
            <span className="small text-3">{t('settle.posted', { when: time.instant(candidate.at) })}</span>
          )}
          {candidate !== undefined && (
            <a className={`link small ${classes.open}`} href={candidate.url} target="_blank" rel="noreferrer">
              {t('settle.open')}
            </a>
          )}
        </div>
        {candidate === undefined && <p className="text-2">{t('settle.nothing-found')}</p>}
        {delivery.candidates.length > 1 && <Candidates post={post} picked={picked} onPick={setPicked} />}
        {candidate !== undefined && <DifferingText text={candidate.text} other={sent} side="theirs" />}
      </section>
      <section className={classes.part} aria-label={t('settle.known')}>
        <div className={classes.head}>
          <h3>{t('settle.known')}</h3>
        </div>
        <Attempts attempts={delivery.attempts} />
      </section>
      <Decision post={post} url={candidate?.url ?? null} />
    </div>
  )
}

function Candidates({ post, picked, onPick }: { post: Post; picked: number; onPick: (place: number) => void }) {
  const { t } = useTranslation('publishing')
  const time = useTime()
  return (
    <Radio.Group
      value={String(picked)}
      onChange={(value) => onPick(Number(value))}
      label={t('settle.candidates', { count: post.delivery.candidates.length })}
      mb={8}
    >
      {post.delivery.candidates.map((candidate, place) => (
        <Radio key={candidate.url} size="xs" mt={4} value={String(place)} label={time.instant(candidate.at)} />
      ))}
    </Radio.Group>
  )
}

function Decision({ post, url }: { post: Post; url: string | null }) {
  const { t } = useTranslation('publishing')
  const may = useMay('deliveries.settle')
  const id = useId()
  const [asking, setAsking] = useState(false)
  const { busy, settle } = useSettlement(post)
  const held = may.allowed ? {} : { 'aria-disabled': true, 'data-disabled': true, 'aria-describedby': id }
  const ours = () => {
    if (!may.allowed) return
    if (url === null) setAsking(true)
    else void settle('published', url)
  }
  return (
    <div className={classes.decide}>
      <p className={classes.hint} id={id}>
        <IconInfoCircle size={14} stroke={1.5} aria-hidden />
        {may.allowed ? t('settle.hint') : may.because}
      </p>
      <Group gap={8} className={classes.ways ?? ''}>
        <Button
          variant="light"
          loading={busy === 'published'}
          leftSection={<IconCheck size={16} stroke={1.5} aria-hidden />}
          onClick={ours}
          {...held}
        >
          {t('settle.ours')}
        </Button>
        <Button
          variant="light"
          loading={busy === 'not-published'}
          leftSection={<IconSend size={16} stroke={1.5} aria-hidden />}
          onClick={() => {
            if (may.allowed) void settle('not-published', null)
          }}
          {...held}
        >
          {t('settle.again')}
        </Button>
      </Group>
      <Modal opened={asking} onClose={() => setAsking(false)} title={t('settle.where.title')} size={440}>
        {asking && (
          <WhereForm
            onDone={(given) => {
              setAsking(false)
              void settle('published', given)
            }}
            onCancel={() => setAsking(false)}
          />
        )}
      </Modal>
    </div>
  )
}

function WhereForm({ onDone, onCancel }: { onDone: (url: string | null) => void; onCancel: () => void }) {
  const { t } = useTranslation(['publishing', 'ui'])
  const [url, setUrl] = useState('')
  const [wrong, setWrong] = useState(false)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const given = url.trim()
    if (given !== '' && !/^https?:\/\/\S+$/u.test(given)) setWrong(true)
    else onDone(given === '' ? null : given)
  }
  return (
    <form onSubmit={submit}>
      <TextInput
        label={t('settle.where.label')}
        description={t('settle.where.hint')}
        placeholder="https://"
        value={url}
        data-autofocus
        onChange={(event) => {
          setUrl(event.currentTarget.value)
          setWrong(false)
        }}
        error={wrong ? t('settle.where.wrong') : null}
      />
      <Group justify="flex-end" mt={24} gap={8}>
        <Button variant="default" onClick={onCancel}>
          {t('ui:cancel')}
        </Button>
        <Button type="submit">{t('settle.ours')}</Button>
      </Group>
    </form>
  )
}

/** Settles a delivery; one that is not out is sent again right away. */
function useSettlement(post: Post) {
  const { t } = useTranslation('publishing')
  const queryClient = useQueryClient()
  const problemText = useRefusedText()
  const [busy, setBusy] = useState<'published' | 'not-published' | null>(null)
  const settle = async (outcome: 'published' | 'not-published', url: string | null) => {
    setBusy(outcome)
    try {
      const settled = await api.publishing.settleDelivery({ id: post.delivery.id, outcome, url })
      if (outcome === 'not-published')
        await api.publishing.retryDelivery({ id: post.id }, { context: { version: settled.version } })
      announce(t(outcome === 'published' ? 'settle.done.ours' : 'settle.done.again'))
    } catch (error) {
      announce(problemText(error), { tone: 'refused' })
    } finally {
      setBusy(null)
      await refreshPublishing(queryClient)
    }
  }
  return { busy, settle }
}
