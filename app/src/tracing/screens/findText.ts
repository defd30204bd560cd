import { useSyncExternalStore } from 'react'

/**
 * What is typed into the box, shared by the frame and the page of results. In memory alone: a name that is looked for
 * belongs in no address and in no history of the browser.
 */
let text = ''
const listeners = new Set<() => void>()

export function setFindText(typed: string): void {
  text = typed
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useFindText = (): string => useSyncExternalStore(subscribe, () => text)
