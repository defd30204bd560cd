/** The value of `make`, made when it is first asked for and then kept. */
export const once = <T>(make: () => T): (() => T) => {
  let value: T | undefined
  return () => {
    value ??= make()
    return value
  }
}
