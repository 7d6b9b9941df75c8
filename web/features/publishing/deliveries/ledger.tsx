import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { isUnsettled } from '../post-rules.ts'
import type { Post } from '../records.ts'
import { LedgerRow } from './ledger-row.tsx'
import { Settlement } from './settlement.tsx'
import classes from './ledger.module.css'

const HEADS = ['time', 'channel', 'post', 'state', 'happened', 'campaign'] as const

/** The deliveries line by line. Those that a person has to settle are open, with both texts side by side. */
export function Ledger({ posts }: { readonly posts: readonly Post[] }) {
  const { t } = useTranslation('publishing')
  return (
    <table className={classes.ledger} role="table">
      <caption className="visually-hidden">{t('ledger.caption')}</caption>
      <colgroup>
        {[...HEADS, 'end'].map((column) => (
          <col key={column} className={classes[column]} />
        ))}
      </colgroup>
      <thead role="rowgroup">
        <tr role="row">
          {HEADS.map((head) => (
            <th key={head} role="columnheader" scope="col">
              {t(`ledger.${head}`)}
            </th>
          ))}
          <th role="columnheader" scope="col">
            <span className="visually-hidden">{t('ledger.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {posts.map((post) => (
          <Fragment key={post.id}>
            <LedgerRow post={post} />
            {isUnsettled(post.delivery.state) && (
              <tr role="row" className={classes.open}>
                <td role="cell" colSpan={7}>
                  <div className={classes.settle}>
                    <Settlement post={post} />
                  </div>
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}
