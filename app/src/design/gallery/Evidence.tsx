import {
  Card,
  EvidenceChart,
  Pedigree,
  type PedigreeLayout,
  PedigreeLegend,
  Power,
  useWords,
  WideAndSide,
} from '../kit.ts'
import { galleryWords } from './words.ts'

// As the kinship science lays out a grandmother, her children, and a grandchild of related parents.
const layout: PedigreeLayout = {
  width: 4,
  height: 3,
  people: [
    { id: 'grandfather', x: 1.5, y: 0.5, row: 0 },
    { id: 'grandmother', x: 2.5, y: 0.5, row: 0 },
    { id: 'aunt', x: 0.5, y: 1.5, row: 1 },
    { id: 'father', x: 1.5, y: 1.5, row: 1 },
    { id: 'mother', x: 2.5, y: 1.5, row: 1 },
    { id: 'uncle', x: 3.5, y: 1.5, row: 1 },
    { id: 'child', x: 2, y: 2.5, row: 2 },
  ],
  unions: [
    family('grandfather', 'grandmother', { aunt: 0.5, mother: 2.5, uncle: 3.5 }, 0.5, false),
    family('father', 'mother', { child: 2 }, 1.5, true),
  ],
}

function family(
  father: string,
  mother: string,
  offspring: Record<string, number>,
  y: number,
  consanguineous: boolean,
): PedigreeLayout['unions'][number] {
  const columns = Object.values(offspring)
  const [middle, bar] = [2, y + 0.4]
  return {
    father,
    mother,
    offspring: Object.keys(offspring),
    consanguineous,
    partners: [
      { x: 1.5, y },
      { x: 2.5, y },
    ],
    descent: [
      { x: middle, y },
      { x: middle, y: bar },
    ],
    sibship: [
      { x: Math.min(middle, ...columns), y: bar },
      { x: Math.max(middle, ...columns), y: bar },
    ],
    drops: columns.map((x) => [
      { x, y: bar },
      { x, y: y + 1 },
    ]),
  }
}

const loci = [
  ['D3S1358', 0.62],
  ['vWA', -0.41],
  ['D16S539', 1.05],
  ['CSF1PO', 0.08],
  ['TPOX', -0.9],
  ['D8S1179', 0.55],
  ['SE33', 1.48],
] as const

export function Evidence() {
  const t = useWords(galleryWords)
  const total = loci.reduce((sum, [, log10]) => sum + log10, 0)
  return (
    <WideAndSide>
      <Card title={t('pair')}>
        <p className="soft">{t('moderate')}</p>
        <Pedigree
          title={t('pair')}
          description={t('moderate')}
          layout={layout}
          people={[
            { id: 'grandfather', sex: 'male', label: t('grandfather'), deceased: true },
            { id: 'grandmother', sex: 'female', label: 'Гүлнар', note: t('grandmother'), typed: true },
            { id: 'aunt', sex: 'female', label: t('aunt'), note: t('askHer'), couldBeAsked: true },
            { id: 'father', sex: 'male', label: 'محمد', deceased: true },
            { id: 'mother', sex: 'female', label: t('mother') },
            { id: 'uncle', sex: 'unknown', label: t('uncle') },
            { id: 'child', sex: 'female', label: t('childEleven'), typed: true, inQuestion: true },
          ]}
        />
        <PedigreeLegend />
      </Card>
      <Card title={t('loci')}>
        <p>
          <span className="figure">
            <Power log10={total} />
          </span>
        </p>
        <EvidenceChart
          title={t('loci')}
          rowHeading={t('locus')}
          forLabel={t('related')}
          againstLabel={t('unrelated')}
          valueHeading={t('logLr')}
          rows={loci.map(([label, log10]) => ({ key: label, label, log10 }))}
          total={{ label: t('total'), log10: total }}
        />
      </Card>
    </WideAndSide>
  )
}
