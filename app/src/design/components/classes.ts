/** Class names that are there: `classes('button', pending && 'busy')`. */
export function classes(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
