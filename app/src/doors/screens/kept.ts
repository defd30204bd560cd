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
