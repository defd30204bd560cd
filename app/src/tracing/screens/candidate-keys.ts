import { useEffect, useState } from 'react'

export type ReviewKey = 'next' | 'previous' | 'confirm' | 'reject' | 'undo' | 'help'

/** By the key's place, so that they work in Kazakh, Russian and Arabic letters as well. */
const places: Record<string, ReviewKey> = {
  KeyJ: 'next',
  KeyK: 'previous',
  ArrowDown: 'next',
  ArrowUp: 'previous',
  KeyC: 'confirm',
  KeyR: 'reject',
  KeyU: 'undo',
}

/** What a person sees of them, for the list of keys. */
export const keyCaps: Record<ReviewKey, string[]> = {
  next: ['J', '↓'],
  previous: ['K', '↑'],
  confirm: ['C'],
  reject: ['R'],
  undo: ['U'],
  help: ['?'],
}

const writing =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'

/** Which of the keys was meant; none while somebody writes or a dialog is open, nor together with Ctrl, Alt or Cmd. */
export function toReviewKey(event: KeyboardEvent): ReviewKey | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented)
    return undefined
  if (event.target instanceof Element && event.target.closest(writing)) return undefined
  if (event.key === '?' || event.key === '؟') return 'help'
  return event.shiftKey ? undefined : places[event.code]
}

const KEPT = 'sandsage.review.keys'

/** Whether single keys are wanted: on until switched off, kept on this device (WCAG 2.1.4). */
export function useKeysWanted(): [boolean, (wanted: boolean) => void] {
  const [wanted, setWanted] = useState(() => localStorage.getItem(KEPT) !== 'off')
  const choose = (on: boolean) => {
    localStorage.setItem(KEPT, on ? 'on' : 'off')
    setWanted(on)
  }
  return [wanted, choose]
}

/** Calls `press` for every such key while they are wanted and `active`. */
export function useReviewKeys(active: boolean, press: (key: ReviewKey) => void): void {
  useEffect(() => {
    if (!active) return
    const listen = (event: KeyboardEvent) => {
      const key = toReviewKey(event)
      if (!key) return
      event.preventDefault()
      press(key)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [active, press])
}
