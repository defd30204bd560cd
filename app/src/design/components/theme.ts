/** `system` follows the device; the others set `data-theme` on `<html>`. */
export type Theme = 'system' | 'light' | 'dark'

const KEY = 'theme'

/** The reader's choice on this device, `system` where none was made. */
export function readTheme(): Theme {
  const kept = localStorage.getItem(KEY)
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

/** Shows the theme at once and keeps it for the next visit. Call `applyTheme(readTheme())` before the first paint. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') {
    document.documentElement.removeAttribute('data-theme')
    localStorage.removeItem(KEY)
    return
  }
  document.documentElement.dataset.theme = theme
  localStorage.setItem(KEY, theme)
}
