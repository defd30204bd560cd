import { useState } from 'react'
import { Badge } from '../../../design/components/Badge.tsx'
import { Button } from '../../../design/components/Button.tsx'
import { Card, Page, PageHeader } from '../../../design/components/layout.tsx'
import { Table } from '../../../design/components/Table.tsx'
import { useFormats, useWords } from '../../../design/languages/LanguageProvider.tsx'
import { Answer } from '../../screens/Answer.tsx'
import { asking, useHere } from '../../screens/use.tsx'
import { words as house } from '../../words.ts'
import type { operations } from '../operations.ts'
import { words } from '../words.ts'
import { Invite } from './Invite.tsx'
import { type Handed, LinkToHand } from './LinkToHand.tsx'
import { Person } from './Person.tsx'
import { Requests } from './Requests.tsx'

const accounts = asking<typeof operations>('accounts')
export type Listed = NonNullable<ReturnType<typeof accounts.useAnswer<'listAccounts'>>['data']>
export type Account = Listed['accounts'][number]

/** Who works here, who is invited, whose work has ended, and what waits for a second administrator. */
export function People() {
  const t = useWords(words)
  const { actor } = useHere()
  const [inviting, setInviting] = useState(false)
  const [open, setOpen] = useState<string>()
  const [handed, setHanded] = useState<Handed>()
  const decides = actor?.profession === 'administrator'
  const list = accounts.useAnswer('listAccounts', {})
  const hand = (one: Handed) => {
    setInviting(false)
    setOpen(undefined)
    setHanded(one)
  }
  return (
    <Page>
      <Answer of={list}>
        {({ accounts: all, requests }) => (
          <>
            <PageHeader
              title={t('accounts.people.count', { n: all.filter((one) => one.state === 'working').length })}
              line={t('accounts.people.waiting', { n: requests.length })}
              actions={
                decides ? (
                  <Button onPress={() => setInviting(true)}>{t('accounts.invite')}</Button>
                ) : undefined
              }
            />
            {requests.length ? <Requests requests={requests} decides={decides} onLink={hand} /> : null}
            <Card title={t('accounts.people')}>
              <PeopleTable all={all} onOpen={setOpen} />
            </Card>
            {open ? (
              <Person
                account={all.find((one) => one.id === open)!}
                decides={decides && open !== actor?.id}
                onClose={() => setOpen(undefined)}
                onLink={hand}
              />
            ) : null}
          </>
        )}
      </Answer>
      {inviting ? <Invite onClose={() => setInviting(false)} onLink={hand} /> : null}
      <LinkToHand handed={handed} onClose={() => setHanded(undefined)} />
    </Page>
  )
}

function PeopleTable({ all, onOpen }: { all: Account[]; onOpen: (id: string) => void }) {
  const t = useWords(words)
  const h = useWords(house)
  const f = useFormats()
  return (
    <Table
      rows={all}
      rowKey={(one) => one.id}
      columns={[
        { key: 'name', label: t('accounts.invite.name'), cell: (one) => <bdi>{one.name}</bdi> },
        {
          key: 'profession',
          label: t('accounts.invite.profession'),
          cell: (one) => h(`profession.${one.profession}`),
        },
        { key: 'state', label: t('accounts.state'), cell: (one) => <State one={one} /> },
        {
          key: 'seen',
          label: t('accounts.seen'),
          cell: (one) => (one.seen ? f.dateTime(one.seen) : t('accounts.never')),
        },
        {
          key: 'open',
          label: t('accounts.actions'),
          cell: (one) => (
            <Button
              kind="bare"
              aria-label={t('accounts.open-which', { name: one.name })}
              onPress={() => onOpen(one.id)}
            >
              {t('accounts.open')}
            </Button>
          ),
        },
      ]}
    />
  )
}

function State({ one }: { one: Account }) {
  const t = useWords(words)
  const f = useFormats()
  const note =
    one.state === 'invited'
      ? one.invitedUntil
        ? t('accounts.state.until', { when: f.dateTime(one.invitedUntil) })
        : t('accounts.state.lapsed')
      : one.wholeHouse
        ? t('accounts.state.whole')
        : ''
  return (
    <>
      <Badge kind={one.state === 'working' ? 'ok' : 'muted'}>{t(`accounts.state.${one.state}`)}</Badge>
      {note ? <div className="soft small">{note}</div> : null}
    </>
  )
}
