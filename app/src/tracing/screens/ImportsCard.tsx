import { useEffect, useState } from 'react'
import { Answer, No } from '../../casefile/screens/Answer.tsx'
import { PersonName } from '../../casefile/screens/PersonName.tsx'
import {
  Badge,
  Button,
  Card,
  Dialog,
  Notice,
  Progress,
  Row,
  Stack,
  Table,
  useFormats,
  useWords,
} from '../../design/kit.ts'
import { words } from '../words.ts'
import { tracing } from './asking.ts'
import type { ListedImport, Turned } from './import.ts'

const EVERY_MS = 1500
const isBusy = ({ state }: ListedImport): boolean => ['taking', 'undoing', 'redoing'].includes(state)

/** The lists that were brought: what each did, how far it is, and taking it back. */
export function ImportsCard({ operation }: { operation: string }) {
  const t = useWords(words)
  const answer = tracing.useAnswer('listImports', { operation })
  const busy = answer.data?.imports.some(isBusy) ?? false
  const { refetch } = answer
  useEffect(() => {
    if (!busy) return
    const timer = setInterval(() => void refetch(), EVERY_MS)
    return () => clearInterval(timer)
  }, [busy, refetch])
  return (
    <Card title={t('tracing.imports.title')}>
      <Answer of={answer}>{({ imports }) => <Lists imports={imports} />}</Answer>
    </Card>
  )
}

function Lists({ imports }: { imports: ListedImport[] }) {
  const t = useWords(words)
  const f = useFormats()
  const [turned, setTurned] = useState<{ answer: Turned; what: 'undone' | 'redone' }>()
  const brought = ({ began, by }: ListedImport) => (
    <>
      {f.date(began.slice(0, 10))}
      {by ? (
        <div className="soft small">
          <bdi>{by}</bdi>
        </div>
      ) : null}
    </>
  )
  return (
    <Stack>
      {turned ? <Turning {...turned} /> : null}
      <Table
        empty={<Notice kind="empty" title={t('tracing.imports.none')} />}
        rows={imports}
        rowKey={(one) => one.import}
        columns={[
          {
            key: 'name',
            label: t('tracing.imports.list'),
            names: true,
            cell: ({ name }) => <bdi>{name}</bdi>,
          },
          { key: 'brought', label: t('tracing.imports.brought'), cell: brought },
          {
            key: 'what',
            label: t('tracing.imports.what'),
            cell: ({ added, changed }) => t('tracing.imports.counts', { added, changed }),
          },
          { key: 'state', label: t('tracing.imports.state'), cell: (one) => <State one={one} /> },
          {
            key: 'do',
            label: '',
            cell: (one) => <Doing one={one} onTurned={(answer, what) => setTurned({ answer, what })} />,
          },
        ]}
      />
    </Stack>
  )
}

function State({ one }: { one: ListedImport }) {
  const t = useWords(words)
  const kind = isBusy(one)
    ? 'waiting'
    : one.state === 'taken'
      ? 'ok'
      : one.state === 'stopped'
        ? 'problem'
        : 'muted'
  return (
    <Stack gap={1}>
      <span>
        <Badge kind={kind}>{t(`tracing.imports.state.${one.state}`)}</Badge>
      </span>
      {isBusy(one) ? (
        <Progress
          label={t('tracing.imports.progress')}
          value={one.done}
          total={one.pieces}
          words={t('tracing.imports.pieces', { done: one.done, pieces: one.pieces })}
        />
      ) : null}
      {one.state === 'stopped' ? <span className="soft">{t('tracing.imports.stopped')}</span> : null}
      {one.state === 'undone' && one.waiting ? <Staying id={one.import} /> : null}
    </Stack>
  )
}

/** Who stayed when a list was taken back, and why. */
function Staying({ id }: { id: string }) {
  const { data } = tracing.useAnswer('getImport', { import: id })
  return data ? <StayingList staying={data.staying} /> : null
}

function StayingList({ staying }: { staying: Turned['waiting'] }) {
  const t = useWords(words)
  if (staying.length === 0) return null
  return (
    <>
      <p>{t('tracing.imports.staying', { n: staying.length })}</p>
      <ul>
        {staying.map(({ child, names, because }) => (
          <li key={child}>
            <PersonName names={names} child={child} />: {because}
          </li>
        ))}
      </ul>
    </>
  )
}

function Turning({ answer, what }: { answer: Turned; what: 'undone' | 'redone' }) {
  const t = useWords(words)
  if (answer.running) return null
  return (
    <Notice kind="done" title={t(`tracing.imports.${what}`, { n: answer.done.length })}>
      {what === 'redone' ? <StayingList staying={answer.waiting} /> : null}
    </Notice>
  )
}

type DoingProps = { one: ListedImport; onTurned: (answer: Turned, what: 'undone' | 'redone') => void }

/** Whoever stayed when a list was taken back can be tried again: what they waited for may be gone. */
function Doing(props: DoingProps) {
  const { state, waiting } = props.one
  if (state === 'taking') return <Cancel {...props} />
  if (isBusy(props.one)) return null
  if (state !== 'undone') return <Undo {...props} />
  return (
    <Row>
      {waiting ? <Undo {...props} /> : null}
      <Redo {...props} />
    </Row>
  )
}

function Cancel({ one }: DoingProps) {
  const t = useWords(words)
  const cancel = tracing.useDoing('cancelImport')
  return (
    <>
      <Button kind="quiet" pending={cancel.isPending} onPress={() => cancel.mutate({ import: one.import })}>
        {t('tracing.imports.cancel')}
      </Button>
      <No problem={cancel.error} />
    </>
  )
}

function Redo({ one, onTurned }: DoingProps) {
  const t = useWords(words)
  const redo = tracing.useDoing('redoImport')
  const redoNow = () =>
    redo.mutate({ import: one.import }, { onSuccess: (answer) => onTurned(answer, 'redone') })
  return (
    <>
      <Button kind="quiet" pending={redo.isPending} onPress={redoNow}>
        {t('tracing.imports.redo')}
      </Button>
      <No problem={redo.error} />
    </>
  )
}

function Undo({ one, onTurned }: DoingProps) {
  const t = useWords(words)
  const [asking, setAsking] = useState(false)
  const undo = tracing.useDoing('undoImport')
  const close = () => setAsking(false)
  const undoNow = () =>
    undo.mutate(
      { import: one.import },
      {
        onSuccess: (answer) => {
          close()
          onTurned(answer, 'undone')
        },
      },
    )
  return (
    <>
      <Button kind="quiet" onPress={() => setAsking(true)}>
        {t('tracing.imports.undo')}
      </Button>
      <Dialog open={asking} onClose={close} title={t('tracing.imports.undo.ask', { name: one.name })}>
        <p>{t('tracing.imports.undo.what')}</p>
        <No problem={undo.error} />
        <Row>
          <Button kind="danger" pending={undo.isPending} onPress={undoNow}>
            {t('tracing.imports.undo')}
          </Button>
          <Button kind="quiet" onPress={close}>
            {t('tracing.imports.keep')}
          </Button>
        </Row>
      </Dialog>
    </>
  )
}
