import { useTranslation } from 'react-i18next'
import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '#contract/index.ts'
import { DataTable } from './data-table.tsx'
import { useRefusalText } from './refusal-text.ts'

type RowProblem = InferContractRouterOutputs<Contract>['organisation']['transfer']['check']['problems'][number]

/** Everything that is wrong with a file that was tried: row, column, and what. */
export function RowProblems({ problems }: { readonly problems: readonly RowProblem[] }) {
  const { t } = useTranslation('transfer')
  const sentence = useRefusalText()
  return (
    <DataTable
      dense
      caption={t('problems.caption')}
      rows={problems.map((problem, place) => ({ ...problem, key: `${place}` }))}
      rowKey={(problem) => problem.key}
      columns={[
        { key: 'row', head: t('problem.row'), width: 64, cell: ({ row }) => row },
        { key: 'column', head: t('problem.column'), width: 120, cell: ({ column }) => column ?? '–' },
        {
          key: 'what',
          head: t('problem.what'),
          cell: (problem) => <span style={{ whiteSpace: 'normal' }}>{sentence(problem)}</span>,
        },
      ]}
    />
  )
}
