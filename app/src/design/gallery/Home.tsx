import { useState } from 'react'
import { Badge, Button, Card, Dialog, PathHome, Row, showToast, Table, useFormats, useWords } from '../kit.ts'
import { galleryWords } from './words.ts'

const children = [
  { name: 'Әйгерім', born: '2013-04-02', state: 'ready' },
  { name: 'Нұрлан', born: '2015', state: 'ready' },
  { name: 'Сәуле', born: '2010-11-30', state: 'judge' },
  { name: 'محمد', born: '2018-01-27', state: 'refused' },
] as const

const kinds = { ready: 'ok', judge: 'waiting', refused: 'problem' } as const

export function Home() {
  const t = useWords(galleryWords)
  const f = useFormats()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <PathHome
        label={t('path')}
        steps={[
          { key: 'trace', label: t('trace'), count: 14, note: t('families'), state: 'done', href: '#trace' },
          { key: 'prove', label: t('prove'), count: 13, state: 'done' },
          { key: 'clear', label: t('clear'), count: 11, note: t('judgeWaits'), state: 'waiting' },
          { key: 'fly', label: t('fly'), count: 11, note: t('seats'), state: 'here' },
          { key: 'rebuild', label: t('rebuild'), count: 0, state: 'ahead' },
          { key: 'publish', label: t('publish'), count: 0, state: 'ahead' },
        ]}
      />
      <Card title={t('table')} waiting>
        <Table
          rows={children}
          rowKey={(child) => child.name}
          columns={[
            { key: 'child', label: t('child'), cell: (child) => <bdi>{child.name}</bdi> },
            {
              key: 'born',
              label: t('born'),
              cell: (child) => `${f.date(child.born)} (${f.age(child.born, '2019-11-27')})`,
            },
            { key: 'kinship', label: t('kinship'), cell: () => <Badge kind="ok">{t('done')}</Badge> },
            { key: 'paper', label: t('paper'), cell: () => <Badge kind="muted">{t('notYet')}</Badge> },
            {
              key: 'state',
              label: t('fly'),
              cell: (child) => <Badge kind={kinds[child.state]}>{t(child.state)}</Badge>,
            },
          ]}
        />
        <Row>
          <Button onPress={() => setAsking(true)}>{t('write')}</Button>
          <Button kind="quiet" onPress={() => showToast(t('done'))}>
            {t('print')}
          </Button>
          <Button kind="danger">{t('remove')}</Button>
          <Button pending>{t('sending')}</Button>
          <Button isDisabled>{t('write')}</Button>
        </Row>
      </Card>
      <Card>
        <PathHome
          small
          label={t('path')}
          steps={[
            { key: 'trace', label: t('trace'), state: 'done' },
            { key: 'prove', label: t('prove'), state: 'done' },
            { key: 'clear', label: t('clear'), state: 'waiting' },
            { key: 'fly', label: t('fly'), state: 'ahead' },
            { key: 'rebuild', label: t('rebuild'), state: 'ahead' },
            { key: 'publish', label: t('publish'), state: 'ahead' },
          ]}
        />
      </Card>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('write')}>
        <p>{t('waits')}</p>
        <Row>
          <Button onPress={() => setAsking(false)}>{t('write')}</Button>
        </Row>
      </Dialog>
    </>
  )
}
