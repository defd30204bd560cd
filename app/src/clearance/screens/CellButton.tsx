import { Button } from 'react-aria-components'
import type { Names } from '../../casefile/model.ts'
import { nameIn } from '../../casefile/rules.ts'
import { Icon, type IconName, useFormats, useLanguage, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import type { Cell } from './asking.ts'
import { useUntil } from './useUntil.ts'

const icons: Record<Cell['state'], IconName> = {
  met: 'check',
  waiting: 'clock',
  expired: 'alert',
  'expires-before-flight': 'alert',
  'not-applicable': 'dash',
}

/** One mark of the matrix: a sign and a word, and a warm ground only where the reader is the one awaited. */
export function CellButton(props: { cell: Cell; names: Names; mine: boolean; onPress: () => void }) {
  const { cell, names, mine, onPress } = props
  const t = useWords(words)
  const language = useLanguage()
  const f = useFormats()
  const until = useUntil()
  const state = t(`clearance.state.${cell.state}`)
  const what = t(`clearance.requirement.${cell.requirement}`)
  const ends = cell.state !== 'not-applicable' && cell.expires ? until(cell.expires) : undefined
  const asked =
    cell.state === 'waiting' && cell.askedOn
      ? t('clearance.askedOn', { day: f.day(cell.askedOn) })
      : undefined
  const said = [state, ends, asked].filter(Boolean).join(' ')
  // The name for a screen reader holds all that is seen (WCAG 2.5.3), after whom and what it is about.
  const label = t('clearance.cell', { name: nameIn(names, language).text, what, state: said })
  return (
    <Button
      className="clearance-cell"
      data-state={cell.state}
      data-mine={mine || undefined}
      onPress={onPress}
      aria-label={label}
    >
      <Icon name={icons[cell.state]} />
      <span>{state}</span>
      {ends ? ' ' : null}
      {ends ? <small>{ends}</small> : null}
      {asked ? ' ' : null}
      {asked ? <small>{asked}</small> : null}
    </Button>
  )
}
