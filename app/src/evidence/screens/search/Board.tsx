import { useMemo, useState } from 'react'
import { Checkbox } from '../../../design/components/choices.tsx'
import { Card, Columns, Stack } from '../../../design/components/layout.tsx'
import { Notice } from '../../../design/components/Notice.tsx'
import { Switch } from '../../../design/components/switches.tsx'
import { TextField } from '../../../design/components/TextField.tsx'
import { useRoom } from '../../../design/pedigree/useRoom.ts'
import { useT } from '../asking.ts'
import { BoardCards } from './BoardCards.tsx'
import { BoardGrid } from './BoardGrid.tsx'
import { PairDialog } from './PairDialog.tsx'
import { everybody, type Filter, isShown, MOST_COLUMNS, type Pair, type SearchAnswer } from './search.ts'

/** Narrower than this the board is a card for each child. */
const WIDE = 720

/** Children beside families, the strongest first: a grid where there is room, cards where there is not. */
export function Board({ found }: { found: SearchAnswer }) {
  const t = useT()
  const [filter, setFilter] = useState<Filter>(everybody)
  const [pair, setPair] = useState<Pair | null>(null)
  const { frame, room } = useRoom()
  const rows = useMemo(
    () => found.children.filter((child) => !child.waiting && isShown(child, filter)),
    [found, filter],
  )
  const columns = found.positions.slice(0, MOST_COLUMNS)
  const more = found.positions.length - columns.length
  if (found.children.every(({ waiting }) => waiting)) return null
  return (
    <Card title={t('evidence.board')}>
      <div ref={frame}>
        <Stack gap={3}>
          <Filters filter={filter} onChange={setFilter} />
          <p className="soft small" role="status">
            {t('evidence.board.shown', { n: rows.length, total: found.children.length })}
            {more > 0 ? ` ${t('evidence.board.more-families', { n: more })}` : ''}
          </p>
          <Legend />
          {rows.length === 0 ? (
            <Notice kind="empty" title={t('evidence.board.nobody')} />
          ) : room >= WIDE ? (
            <BoardGrid rows={rows} columns={columns} onOpen={setPair} />
          ) : (
            <BoardCards rows={rows} columns={found.positions} onOpen={setPair} />
          )}
        </Stack>
      </div>
      {pair ? (
        <PairDialog search={found.search} pair={pair} found={found} onClose={() => setPair(null)} />
      ) : null}
    </Card>
  )
}

function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const t = useT()
  const least = (['any', 'towards', 'supports'] as const).map((key) => ({
    key,
    label: t(`evidence.board.least.${key}`),
  }))
  return (
    <Columns least={16}>
      <TextField
        label={t('evidence.board.name')}
        type="search"
        value={filter.name}
        onChange={(name) => onChange({ ...filter, name })}
      />
      <Stack gap={2}>
        <Switch
          label={t('evidence.board.least')}
          choices={least}
          value={filter.least}
          onChange={(one) => onChange({ ...filter, least: one })}
        />
        <Checkbox checked={filter.unclaimed} onChange={(unclaimed) => onChange({ ...filter, unclaimed })}>
          {t('evidence.board.unclaimed')}
        </Checkbox>
      </Stack>
    </Columns>
  )
}

function Legend() {
  const t = useT()
  return (
    <ul className="board-legend">
      {(['supports', 'towards', 'neither', 'away', 'contradicts'] as const).map((band) => (
        <li key={band} className="board-pair" data-band={band}>
          {t(`evidence.band-of.${band}`)}
        </li>
      ))}
    </ul>
  )
}
