import { StartProblem } from '../platform/refusal.ts'

/**
 * Whose word about an asker's address counts (`X-Forwarded-For`): nobody's, unless `SANDSAGE_PROXY` names the
 * addresses or networks of proxies, separated by commas, or how many of them stand between.
 */
export function trustedProxy(
  env = process.env,
): string[] | ((address: string, hop: number) => boolean) | false {
  const said = env.SANDSAGE_PROXY?.trim()
  if (!said) return false
  // The nearest proxy is hop 0: with one of them only whoever asks it directly is believed.
  if (/^\d+$/.test(said)) return (_address, hop) => hop < Number(said)
  const named = said.split(',').map((one) => one.trim())
  // `true`, or everybody, would let each asker choose an address.
  if (
    named.some(
      (one) => !/^([\da-f.:]+(\/\d{1,3})?|loopback|linklocal|uniquelocal)$/i.test(one) || /\/0$/.test(one),
    )
  )
    throw new StartProblem(
      `SANDSAGE_PROXY is "${said}": give the addresses of your proxies, or their number.`,
    )
  return named
}
