import type { ReactNode } from 'react'
import { useHere } from '../../casefile/screens/use.tsx'
import { Page, PageHeader } from '../../design/components/layout.tsx'
import { Notice } from '../../design/components/Notice.tsx'
import { useT } from './asking.ts'

/** A screen of one operation: says so where none is chosen yet. */
export function Within({ title, children }: { title: string; children: (operation: string) => ReactNode }) {
  const t = useT()
  const { operation } = useHere()
  return (
    <Page>
      {operation ? (
        children(operation)
      ) : (
        <>
          <PageHeader title={title} />
          <Notice kind="empty" title={t('evidence.choose-operation')} />
        </>
      )}
    </Page>
  )
}
