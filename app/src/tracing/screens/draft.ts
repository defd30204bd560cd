import { useState } from 'react'

/**
 * What stands in a form, kept for this tab: it survives a reload and a telephone that puts the page to sleep, and
 * ends with the tab, because telephones are shared. A browser that keeps nothing loses only that.
 */
export function useDraft<T extends object>(key: string, empty: () => T): [T, (draft: T) => void, () => void] {
  const [draft, setDraft] = useState<T>(() => ({ ...empty(), ...readDraft<T>(key) }))
  const change = (changed: T) => {
    setDraft(changed)
    write(() => sessionStorage.setItem(key, JSON.stringify(changed)))
  }
  const clear = () => {
    setDraft(empty())
    write(() => sessionStorage.removeItem(key))
  }
  return [draft, change, clear]
}

function write(step: () => void): void {
  try {
    step()
  } catch {
    // No storage, or none left: the form itself goes on.
  }
}

function readDraft<T>(key: string): Partial<T> {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<T>
  } catch {
    return {}
  }
}
