import { Answer, No } from '../../casefile/screens/Answer.tsx'
import { saveToDevice } from '../../casefile/screens/files.ts'
import { useHere } from '../../casefile/screens/use.tsx'
import { EvidenceChart } from '../../design/charts/EvidenceChart.tsx'
import { Button } from '../../design/components/Button.tsx'
import { Card, Columns, Row, Stack } from '../../design/components/layout.tsx'
import { PedigreeLegend } from '../../design/pedigree/PedigreeLegend.tsx'
import { Assumptions } from './Assumptions.tsx'
import { evidence, type Report, useT } from './asking.ts'
import { FamilyPicture } from './FamilyPicture.tsx'
import { HowComputed, Limits, OtherTables, Provenance } from './ReportParts.tsx'

/** What a judge needs to follow the weighing, and nothing that belongs to the laboratory alone. */
export function ReportOf({ claim, child }: { claim: string; child: string }) {
  const answer = evidence.useAnswer('reportOfClaim', { claim, child })
  return <Answer of={answer}>{(report) => <Sections report={report} child={child} />}</Answer>
}

function Sections({ report, child }: { report: Report; child: string }) {
  const t = useT()
  const { actor } = useHere()
  const { weighing } = report
  if (!weighing) return null
  return (
    <>
      <Hypotheses report={report} />
      <Card title={t('evidence.per-locus')}>
        <EvidenceChart
          title={t('evidence.per-locus')}
          rowHeading={t('evidence.locus')}
          forLabel={t('evidence.for')}
          againstLabel={t('evidence.against')}
          valueHeading="log10 LR"
          rows={weighing.perLocus.map(({ locus, log10LR }) => ({
            key: locus,
            label: locus,
            log10: finite(log10LR),
          }))}
          total={{ label: t('evidence.total'), log10: finite(weighing.log10LR) }}
        />
      </Card>
      <HowComputed report={report} />
      <OtherTables report={report} />
      <Assumptions report={report} />
      <Provenance report={report} />
      <Limits report={report} />
      <Row>
        <Button kind="quiet" onPress={() => window.print()}>
          {t('evidence.print')}
        </Button>
      </Row>
      {actor?.profession === 'geneticist' ? (
        <Columns least={20}>
          <Download verb="exportClaim" words="export" claim={report.claim.claim} child={child} />
          <Download verb="recordOfClaim" words="record" claim={report.claim.claim} child={child} />
        </Columns>
      ) : null}
    </>
  )
}

/** An impossible locus is drawn as far as the chart reaches; the sentence above says that it is impossible. */
const finite = (log10: number | 'Infinity' | '-Infinity'): number =>
  Math.max(-99, Math.min(99, Number(log10)))

function Hypotheses({ report }: { report: Report }) {
  const t = useT()
  const named = new Map(report.people.map((person) => [person.id, person]))
  const typed = (id: string) => report.weighing?.typed.some(({ person }) => person === id) ?? false
  const inQuestion = (id: string) => report.claim.children.includes(id)
  return (
    <Columns least={24}>
      {(['H1', 'H2'] as const).map((name) => (
        <Card key={name} title={t(`evidence.${name}`)}>
          <FamilyPicture
            title={t(`evidence.${name}`)}
            people={report.weighing!.hypotheses[name]}
            named={named}
            typed={typed}
            inQuestion={inQuestion}
          />
          {name === 'H1' ? <PedigreeLegend /> : null}
        </Card>
      ))}
    </Columns>
  )
}

type Downloaded = {
  verb: 'exportClaim' | 'recordOfClaim'
  words: 'export' | 'record'
  claim: string
  child: string
}

function Download({ verb, words, claim, child }: Downloaded) {
  const t = useT()
  const make = evidence.useDoing(verb)
  return (
    <Stack gap={2}>
      <Row>
        <Button
          kind="quiet"
          pending={make.isPending}
          onPress={() => make.mutate({ claim, child }, { onSuccess: ({ file }) => saveToDevice(file) })}
        >
          {t(words === 'export' ? 'evidence.export' : 'evidence.record-file')}
        </Button>
      </Row>
      <span className="soft small">{t(`evidence.${words}-help`)}</span>
      <No problem={make.error} />
    </Stack>
  )
}
