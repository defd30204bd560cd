import { useLocation, useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { FindField } from './FindField.tsx'
import { FindList } from './FindList.tsx'
import { setFindText, useFindText } from './findText.ts'
import { pathOf, useFound } from './useFound.ts'
import './find.css'

const SHOWN = 8

/** The one search box, in the frame of every screen: results as one types, arrows and Enter, "/" from anywhere. */
export function FindBox() {
  const { pathname } = useLocation()
  // The page of results has the same field, larger.
  return pathname === '/find' ? null : <Box />
}

function Box() {
  const t = useWords(words)
  const navigate = useNavigate()
  const text = useFindText()
  const list = useId()
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const { found, isSettled } = useFound(open ? text : '', SHOWN)
  const people = found?.groups.flatMap((group) => group.people) ?? []
  useEffect(() => {
    const away = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', away)
    return () => document.removeEventListener('pointerdown', away)
  }, [])
  const go = (to: string) => {
    setOpen(false)
    void navigate({ to })
  }
  const keys: Record<string, () => void> = {
    ArrowDown: () => setActive((at) => Math.min(at + 1, people.length - 1)),
    ArrowUp: () => setActive((at) => Math.max(at - 1, -1)),
    Enter: () => text.trim() && go(people[active] ? pathOf(people[active]) : '/find'),
    Escape: () => (open ? setOpen(false) : setFindText('')),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.nativeEvent.isComposing ? undefined : keys[event.key]
    if (!act) return
    event.preventDefault()
    if (event.key.startsWith('Arrow')) setOpen(true)
    act()
  }
  const isOpen = open && text.trim() !== ''
  return (
    <search className="find-box" ref={box}>
      <FindField
        value={text}
        onChange={(typed) => {
          setFindText(typed)
          setActive(-1)
          setOpen(true)
        }}
        onKeyDown={onKeyDown}
        onFocus={() => setOpen(true)}
        combobox={{ list, isOpen, active: people[active] ? `${list}-${active}` : undefined }}
      />
      <span className="hidden" role="status">
        {isOpen && isSettled ? t('tracing.find.count', { n: people.length }) : ''}
      </span>
      {isOpen && found ? (
        <FindList
          id={list}
          found={found}
          active={active}
          onChoose={(person) => go(pathOf(person))}
          onAll={() => go('/find')}
        />
      ) : null}
    </search>
  )
}
