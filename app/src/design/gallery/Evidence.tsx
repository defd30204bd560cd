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

const layout: PedigreeLayout = {
  width: 4,
  height: 3,
  people: [
    { id: 'grandfather', x: 1, y: 0 },
    { id: 'grandmother', x: 2, y: 0 },
    { id: 'aunt', x: 0, y: 1 },
    { id: 'father', x: 1, y: 1 },
    { id: 'mother', x: 2, y: 1 },
    { id: 'uncle', x: 3, y: 1 },
    { id: 'child', x: 1.5, y: 2 },
  ],
  couples: [
    { id: 'old', a: 'grandfather', b: 'grandmother', consanguineous: false, x1: 1, y1: 0, x2: 2, y2: 0 },
    { id: 'young', a: 'father', b: 'mother', consanguineous: true, x1: 1, y1: 1, x2: 2, y2: 1 },
  ],
  descents: [
    {
      parents: ['grandfather', 'grandmother'],
      children: ['aunt', 'mother', 'uncle'],
      points: [
        [1.5, 0],
        [1.5, 0.62],
      ],
    },
    {
      points: [
        [0, 1],
        [0, 0.62],
        [3, 0.62],
        [3, 1],
      ],
    },
    {
      points: [
        [2, 0.62],
        [2, 1],
      ],
    },
    {
      parents: ['father', 'mother'],
      children: ['child'],
      points: [
        [1.5, 1],
        [1.5, 2],
      ],
    },
  ],
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
