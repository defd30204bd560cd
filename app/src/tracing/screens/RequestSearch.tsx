import { useState } from 'react'
import { No } from '../../casefile/screens/Answer.tsx'
import { Button, Card, Dialog, Link, Row, Stack, TextArea, useFormats, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { type OneRequest, type Proposed, tracing } from './asking.ts'
import { SoughtFacts } from './RequestSought.tsx'

type Place = { relative: string; sought: number }
type Saying = { what: 'join' | 'apart' | 'part'; a: Place; b: Place }

/** Others who ask for the same person: proposals with what agrees and differs, and what was said before. */
export function RequestSearch({ request }: { request: OneRequest }) {
  const t = useWords(words)
  const [saying, setSaying] = useState<Saying>()
  const { proposals, links } = request
  if (proposals.length === 0 && links.length === 0) return null
  return (
    <>
      {proposals.map((one) => (
        <ProposalCard
          key={`${one.a.relative} ${one.a.sought} ${one.b.relative} ${one.b.sought}`}
          one={one}
          say={setSaying}
        />
      ))}
      {links.length ? (
        <Card title={t('tracing.search.said')}>
          <ul className="tracing-plain">
            {links.map((link) => (
              <LinkLine
                key={`${link.a.relative} ${link.a.sought} ${link.b.relative} ${link.b.sought}`}
                link={link}
                say={setSaying}
              />
            ))}
          </ul>
        </Card>
      ) : null}
      <Dialog
        open={saying !== undefined}
        onClose={() => setSaying(undefined)}
        title={t(`tracing.search.${saying?.what ?? 'join'}.ask`)}
      >
        {saying ? <SayForm saying={saying} onClose={() => setSaying(undefined)} /> : null}
      </Dialog>
    </>
  )
}

function LinkLine({ link, say }: { link: OneRequest['links'][number]; say: (saying: Saying) => void }) {
  const t = useWords(words)
  const f = useFormats()
  const { a, b, one, other, state, who, at } = link
  return (
    <li>
      {[one, other].map((side, n) => (
        <span key={`${side.relative} ${side.sought}`}>
          {n ? (state === 'joined' ? ' = ' : ' ≠ ') : null}
          <bdi>{side.person.name}</bdi> (
          <Link href={`/tracing/requests/${side.relative}`}>{side.requester}</Link>)
        </span>
      ))}
      <div className="soft small">
        {t(state === 'joined' ? 'tracing.search.joined' : 'tracing.search.keptApart', {
          who,
          day: f.date(at),
        })}{' '}
        <Button kind="bare" onPress={() => say({ what: 'part', a, b })}>
          {t('tracing.search.part')}
        </Button>
      </div>
    </li>
  )
}

function ProposalCard({ one, say }: { one: Proposed; say: (saying: Saying) => void }) {
  const t = useWords(words)
  const { a, b, alike, siblingExplains } = one
  return (
    <Card title={t('tracing.search.proposals')} waiting>
      <div className="tracing-sides">
        {[a, b].map((side) => (
          <section key={`${side.relative} ${side.sought}`}>
            <h3>
              <bdi>{side.person.name}</bdi>
            </h3>
            <p className="soft small">
              <Link href={`/tracing/requests/${side.relative}`}>{side.requester}</Link> ·{' '}
              <bdi>{side.relation}</bdi> · <bdi dir="ltr">{side.number}</bdi>
            </p>
            <SoughtFacts person={side.person} />
          </section>
        ))}
      </div>
      <ul className="tracing-alike">
        {alike.map(({ about, speaks, a: written, b: other }) => (
          <li key={`${about} ${written} ${other}`} data-speaks={speaks}>
            {t(`tracing.alike.${about}`)}: {t(`tracing.search.${speaking[speaks]}`)}
            {written && other ? (
              <span className="soft">
                {' '}
                (<bdi>{written}</bdi> – <bdi>{other}</bdi>)
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {siblingExplains ? <p>{t('tracing.search.siblings')}</p> : null}
      <Row>
        <Button onPress={() => say({ what: 'join', a, b })}>{t('tracing.search.join')}</Button>
        <Button kind="quiet" onPress={() => say({ what: 'apart', a, b })}>
          {t('tracing.search.apart')}
        </Button>
      </Row>
    </Card>
  )
}

const speaking = { for: 'agrees', against: 'differs', neither: 'says-nothing' } as const

function SayForm({ saying: { what, a, b }, onClose }: { saying: Saying; onClose: () => void }) {
  const t = useWords(words)
  const [reason, setReason] = useState('')
  const doing = {
    join: tracing.useDoing('joinSearches'),
    apart: tracing.useDoing('keepSearchesApart'),
    part: tracing.useDoing('partSearches'),
  }[what]
  const place = ({ relative, sought }: Place) => ({ relative, sought })
  const send = () => doing.mutate({ a: place(a), b: place(b), reason }, { onSuccess: onClose })
  return (
    <Stack>
      <p>{t(`tracing.search.${what}.means`)}</p>
      <TextArea label={t('tracing.candidates.reason')} value={reason} onChange={setReason} rows={3} />
      <No problem={doing.error} />
      <Row>
        <Button onPress={send} pending={doing.isPending} isDisabled={!reason.trim()}>
          {t(`tracing.search.${what}`)}
        </Button>
      </Row>
    </Stack>
  )
}
