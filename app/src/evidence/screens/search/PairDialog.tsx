import type { AnswerOf } from '../../../casefile/asking.ts'
import { Answer } from '../../../casefile/screens/Answer.tsx'
import { EvidenceChart } from '../../../design/charts/EvidenceChart.tsx'
import { Dialog } from '../../../design/components/Dialog.tsx'
import { Columns, Stack } from '../../../design/components/layout.tsx'
import { Notice } from '../../../design/components/Notice.tsx'
import { useFormats, useLanguage } from '../../../design/languages/LanguageProvider.tsx'
import { formatPower } from '../../../design/languages/powers.ts'
import { PedigreeLegend } from '../../../design/pedigree/PedigreeLegend.tsx'
import type { operations } from '../../operations.ts'
import { pointsTo } from '../../rules/finding.ts'
import { evidence, useNameOf, useT } from '../asking.ts'
import { FamilyPicture } from '../FamilyPicture.tsx'
import type { Pair, SearchAnswer } from './search.ts'

type Explained = AnswerOf<typeof operations, 'explainPair'>
type DialogProps = { search: string; pair: Pair; found: SearchAnswer; onClose: () => void }

/** One pair: what it means in words, the two explanations drawn, and what each locus says. */
export function PairDialog({ search, pair, found, onClose }: DialogProps) {
  const t = useT()
  const nameOf = useNameOf()
  const row = found.children.find(({ id }) => id === pair.child)
  const cell = row?.cells.find(({ position }) => position === pair.position)
  const answer = evidence.useAnswer('explainPair', { search, ...pair })
  return (
    <Dialog open onClose={onClose} wide title={row ? nameOf(row.names) : t('evidence.board')}>
      <Answer of={answer}>
        {(explained) => (
          <Explanation
            explained={explained}
            expected={cell?.expectedByChance ?? null}
            misfits={cell?.misfits ?? []}
          />
        )}
      </Answer>
    </Dialog>
  )
}

type ExplanationProps = { explained: Explained; expected: number | null; misfits: ('sex' | 'age')[] }

function Explanation({ explained, expected, misfits }: ExplanationProps) {
  const t = useT()
  const sentences = useSentences(explained, expected)
  return (
    <Stack gap={4}>
      {explained.outdated ? <Notice kind="waiting" title={t('evidence.pair.outdated')} /> : null}
      <div className="evidence-says">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {misfits.map((one) => (
          <p key={one}>{t(`evidence.pair.misfit.${one}`)}</p>
        ))}
      </div>
      <Pictures explained={explained} />
      <Loci explained={explained} />
    </Stack>
  )
}

function Pictures({ explained: { people, hypotheses, child } }: { explained: Explained }) {
  const t = useT()
  const named = new Map(people.map((person) => [person.id, person]))
  const typed = (id: string) => named.get(id)?.typed ?? false
  return (
    <>
      <Columns least={20}>
        {(['H1', 'H2'] as const).map((name) => (
          <section key={name} className="pair-picture" aria-label={t(`evidence.pair.${name}`)}>
            <h3>{t(`evidence.pair.${name}`)}</h3>
            <FamilyPicture
              title={t(`evidence.pair.${name}`)}
              people={hypotheses[name]}
              named={named}
              typed={typed}
              inQuestion={(id) => id === child}
            />
          </section>
        ))}
      </Columns>
      <PedigreeLegend />
    </>
  )
}

function Loci({ explained: { cell } }: { explained: Explained }) {
  const t = useT()
  const finite = (log: number | 'Infinity' | '-Infinity') => Math.max(-99, Math.min(99, Number(log)))
  return (
    <EvidenceChart
      title={t('evidence.per-locus')}
      rowHeading={t('evidence.locus')}
      forLabel={t('evidence.pair.for')}
      againstLabel={t('evidence.pair.against')}
      valueHeading="log10 LR"
      rows={cell.perLocus.map(({ locus, log10LR }) => ({ key: locus, label: locus, log10: finite(log10LR) }))}
      total={{ label: t('evidence.total'), log10: finite(cell.log10LR) }}
    />
  )
}

/** The size and side, what chance alone would do, why it is not a finding, and which loci would need a mutation. */
function useSentences({ cell, band }: Explained, expected: number | null): string[] {
  const t = useT()
  const f = useFormats()
  const language = useLanguage()
  const log10 = Number(cell.log10LR)
  const side = pointsTo(log10)
  const times = Number.isFinite(log10) ? formatPower(language, log10).words : ''
  const loci = cell.exclusions.map(({ locus }) => locus).join(', ')
  const slips = cell.exclusions.filter(({ steps }) => steps === 1).length
  return [
    t(`evidence.pair.says.${Math.abs(log10) >= 12 && Number.isFinite(log10) ? `${side}-large` : side}`, {
      times,
    }),
    t(`evidence.pair.band.${band}`),
    ...(cell.exclusions.length > 0
      ? [t('evidence.pair.excluded', { n: cell.exclusions.length, loci, slips })]
      : []),
    ...(expected !== null && log10 > 0
      ? [
          expected >= 0.01
            ? t('evidence.pair.chance', { n: f.number(expected, { digits: 2 }) })
            : t('evidence.pair.chance-rare'),
        ]
      : []),
    t('evidence.pair.loci', { n: cell.loci }),
  ]
}
