import { Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { IconSparkles, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import type { StationType } from '#web/ui/trace-shape.ts'
import { TraceCard } from '#web/ui/trace-card.tsx'
import { useTrace } from '#web/ui/use-trace.ts'
import { ComposeLink } from './compose-link.tsx'
import { ConflictCard } from './editor/conflict-card.tsx'
import { PieceEditor } from './editor/piece-editor.tsx'
import type { PieceSaver } from './editor/piece-saver.ts'
import { SavedLine } from './editor/saved-line.tsx'
import { usePieceSaver, useSaverState } from './editor/use-piece-saver.ts'
import { PiecePictures } from './pieces/piece-pictures.tsx'
import { PieceSettings } from './pieces/piece-settings.tsx'
import type { Piece } from './records.ts'
import { useRemoval } from './use-removal.ts'
import { AtomiseDialog } from './variants/atomise-dialog.tsx'
import { VariantList } from './variants/variant-list.tsx'
import classes from './content.module.css'

/** One piece: written here, saved while it is typed, and made into a form for each channel. */
export function PieceScreen() {
  const { t } = useTranslation('content')
  const { id } = useParams({ from: '/shell/content/pieces/$id' })
  const query = useQuery(orpc.content.piece.queryOptions({ input: { id } }))
  if (query.data !== undefined) return <PiecePage key={id} piece={query.data} />
  return (
    <Page title={t('piece')}>
      <Loaded query={query} skeleton={8}>
        {() => null}
      </Loaded>
    </Page>
  )
}

function PiecePage({ piece }: { piece: Piece }) {
  const { t } = useTranslation('content')
  const saver = usePieceSaver(piece)
  const { mine } = useSaverState(saver)
  const trace = useTrace('piece', piece.id)
  const closeGap = useGap(piece)
  return (
    <Page
      title={mine.title || t('piece')}
      sub={<SavedLine saver={saver} changedAt={piece.changedAt} />}
      actions={<Actions piece={piece} saver={saver} />}
    >
      <div className={classes.stack}>
        <TraceCard trace={trace} onClose={closeGap} />
        <ConflictCard saver={saver} pieceId={piece.id} />
        <div className={classes.columns}>
          <PieceEditor saver={saver} />
          <div>
            <PieceSettings piece={piece} saver={saver} />
            <PiecePictures piece={piece} saver={saver} />
            <VariantList pieceId={piece.id} />
          </div>
        </div>
      </div>
    </Page>
  )
}

function Actions({ piece, saver }: { piece: Piece; saver: PieceSaver }) {
  const { t } = useTranslation('content')
  const [atomising, setAtomising] = useState(false)
  const remove = useRemoval('piece')
  const { status } = useSaverState(saver)
  const atomise = async () => {
    await saver.flush()
    if (saver.state().status.kind === 'saved') setAtomising(true)
  }
  return (
    <Group gap={8}>
      <AllowedButton
        action="pieces.change"
        variant="default"
        icon={<IconTrash size={16} stroke={1.5} aria-hidden />}
        onClick={() => void saver.flush().then(() => remove(piece))}
      >
        {t('remove')}
      </AllowedButton>
      <AllowedButton
        action="content.read"
        variant="default"
        icon={<IconSparkles size={16} stroke={1.5} aria-hidden />}
        heldBy={status.kind === 'conflict' ? t('atomise.held') : undefined}
        onClick={() => void atomise()}
      >
        {t('atomise')}
      </AllowedButton>
      <ComposeLink pieceId={piece.id} onLeave={() => void saver.flush()} />
      <AtomiseDialog piece={piece} opened={atomising} onClose={() => setAtomising(false)} />
    </Group>
  )
}

/** A missing campaign is chosen on this page, a missing goal on the campaign's, a missing post in the composer. */
function useGap(piece: Piece): (gap: StationType) => void {
  const navigate = useNavigate()
  return (gap) => {
    if (gap === 'post') return void navigate({ to: '/posts/new', search: { pieceId: piece.id } })
    if (piece.campaign !== null && (gap === 'goal' || gap === 'objective'))
      return void navigate({ to: '/content/campaigns/$id', params: { id: piece.campaign.id } })
    document.getElementById('piece-campaign')?.focus()
  }
}
