import { useState } from 'react'
import { No } from '../../casefile/screens/Answer.tsx'
import { toSent } from '../../casefile/screens/files.ts'
import { PersonName } from '../../casefile/screens/PersonName.tsx'
import { Badge } from '../../design/components/Badge.tsx'
import { Button } from '../../design/components/Button.tsx'
import { FileField } from '../../design/components/FileField.tsx'
import { Card, Page, PageHeader, Row, Stack } from '../../design/components/layout.tsx'
import { Notice } from '../../design/components/Notice.tsx'
import { Table } from '../../design/components/Table.tsx'
import { TextField } from '../../design/components/TextField.tsx'
import { words } from '../words.ts'
import { evidence, type PlannedSample, useT } from './asking.ts'

type Problem = PlannedSample['notes'][number]
type Sent = { name: string; base64: string }
type Checked = {
  file: Sent
  loci?: Sent
  format: string
  sha256: string
  samples: PlannedSample[]
  notes: Problem[]
  mapping: Record<string, string>
}

/** First what would happen, sample by sample; only then the import. */
export function Profiles() {
  const t = useT()
  const [file, setFile] = useState<File>()
  const [loci, setLoci] = useState<File>()
  const [checked, setChecked] = useState<Checked>()
  const plan = evidence.useDoing('planProfileImport')
  const check = async (mapping: Record<string, string> = {}) => {
    if (!file) return
    const sent = { file: await toSent(file), ...(loci && { loci: await toSent(loci) }) }
    plan.mutate({ ...sent, mapping }, { onSuccess: (answer) => setChecked({ ...sent, mapping, ...answer }) })
  }
  const choose = (next: File | undefined) => {
    setFile(next)
    setChecked(undefined)
  }
  return (
    <Page>
      <PageHeader title={t('evidence.profiles')} line={t('evidence.profiles-line')} />
      <Card title={t('evidence.profile-file')}>
        <Stack gap={3}>
          <FileField
            label={t('evidence.profile-file')}
            help={t('evidence.profile-file-help')}
            value={file}
            onChange={choose}
            accept={['.txt', '.tsv', '.csv', '.fam', '.xml', '.ped']}
            limit={24_000_000}
          />
          <details>
            <summary>{t('evidence.loci-file')}</summary>
            <FileField
              label={t('evidence.loci-file')}
              help={t('evidence.loci-file-help')}
              value={loci}
              onChange={setLoci}
              accept={['.dat', '.txt']}
              limit={1_000_000}
            />
          </details>
          <No problem={plan.error} />
          <Row>
            <Button onPress={() => void check()} pending={plan.isPending} isDisabled={!file}>
              {t('evidence.check-file')}
            </Button>
          </Row>
        </Stack>
      </Card>
      {checked ? (
        <Plan key={checked.sha256} checked={checked} again={(mapping) => void check(mapping)} />
      ) : null}
    </Page>
  )
}

function Plan({ checked, again }: { checked: Checked; again: (mapping: Record<string, string>) => void }) {
  const t = useT()
  const [laboratory, setLaboratory] = useState('')
  const [mapping, setMapping] = useState(checked.mapping)
  const accept = evidence.useDoing('acceptProfileImport')
  const ready = checked.samples.filter((sample) => sample.stops.length === 0).length
  const take = () =>
    accept.mutate({
      ...{ file: checked.file, loci: checked.loci, sha256: checked.sha256 },
      ...{ mapping: checked.mapping, laboratory },
    })
  if (accept.data)
    return <Notice kind="done" title={t('evidence.imported', { n: accept.data.done.length })} />
  return (
    <Card title={t('evidence.plan-line', { ready, stopped: checked.samples.length - ready })}>
      <Stack gap={4}>
        <p>{t('evidence.format', { format: t(`evidence.format.${checked.format}`) })}</p>
        <Table
          rows={checked.samples}
          rowKey={(sample) => sample.sample}
          columns={[
            {
              key: 'sample',
              label: t('evidence.sample'),
              cell: (sample) => <span className="code">{sample.sample}</span>,
            },
            {
              key: 'kit',
              label: t('evidence.kit'),
              cell: (sample) => (
                <TextField
                  label={t('evidence.kit-number')}
                  value={mapping[sample.sample] ?? sample.kit}
                  onChange={(kit) => setMapping({ ...mapping, [sample.sample]: kit })}
                  direction="ltr"
                />
              ),
            },
            {
              key: 'person',
              label: t('evidence.person'),
              cell: ({ person }) =>
                person ? <PersonName names={person.names} /> : t('evidence.nobody-known'),
            },
            {
              key: 'loci',
              label: t('evidence.locus'),
              cell: (sample) => t('evidence.loci-count', { n: sample.loci }),
            },
            { key: 'state', label: t('evidence.state'), cell: (sample) => <Problems sample={sample} /> },
          ]}
        />
        {JSON.stringify(mapping) === JSON.stringify(checked.mapping) ? null : (
          <Row>
            <Button kind="quiet" onPress={() => again(mapping)}>
              {t('evidence.check-file')}
            </Button>
          </Row>
        )}
        <Sentences of={checked.notes} />
        <p className="soft small">
          SHA-256 <span className="code">{checked.sha256}</span>
        </p>
        <TextField label={t('evidence.laboratory')} value={laboratory} onChange={setLaboratory} />
        <No problem={accept.error} />
        <Row>
          <Button onPress={take} pending={accept.isPending} isDisabled={ready === 0 || !laboratory.trim()}>
            {t('evidence.accept-file', { n: ready })}
          </Button>
        </Row>
      </Stack>
    </Card>
  )
}

/** What keeps a sample out, in words, and below it what was only noticed. */
function Problems({ sample }: { sample: PlannedSample }) {
  const t = useT()
  const stopped = sample.stops.length > 0
  return (
    <Stack gap={2}>
      <Row>
        <Badge kind={stopped ? 'waiting' : 'ok'}>{t(stopped ? 'evidence.waits' : 'evidence.ready')}</Badge>
      </Row>
      <Sentences of={[...sample.stops, ...sample.notes]} />
    </Stack>
  )
}

function Sentences({ of }: { of: Problem[] }) {
  const t = useT()
  const said = ({ code, locus = '', said = '', row }: Problem) => {
    const key = `evidence.problem.${code}`
    const sentence = t(key in words ? key : 'evidence.problem.other', { locus, said })
    return row === undefined ? sentence : t('evidence.in-row', { row, sentence })
  }
  return of.map((problem) => {
    const advice = `evidence.do.${problem.code}`
    return (
      <p key={`${problem.code} ${problem.locus ?? ''} ${problem.said ?? ''}`} className="small">
        {said(problem)} {advice in words ? <span className="soft">{t(advice)}</span> : null}
      </p>
    )
  })
}
