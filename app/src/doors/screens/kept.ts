/** Small choices kept on this device; a device that keeps nothing (a private window) is no reason to fail. */
export function kept(name: 'language' | 'operation'): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined
  } catch {
    return undefined
  }
}

export function keep(name: 'language' | 'operation', value: string): void {
  try {
    localStorage.setItem(name, value)
  } catch {
    // Nothing depends on it: the choice holds until the page is closed.
  }
}

/** What stands half written in the forms of this tab, and which operation was worked on: whoever signs out leaves none of it. */
export function forgetDrafts(): void {
  try {
    sessionStorage.clear()
    localStorage.removeItem('operation')
  } catch {
    // Nothing was kept.
  }
}
