/** Tells whether one more is still within the limit for this address. Kept in memory: a restart forgives. */
export function limiter({ count, perMinutes }: { count: number; perMinutes: number }, now = Date.now) {
  const seen = new Map<string, number[]>()
  return (address: string): boolean => {
    const after = now() - perMinutes * 60_000
    const recent = (seen.get(address) ?? []).filter((time) => time > after)
    if (recent.length >= count) return false
    seen.set(address, [...recent, now()])
    // Addresses that fell silent are forgotten, so the map stays as small as the traffic.
    if (seen.size > 10_000)
      for (const [key, times] of seen) if (times.every((time) => time <= after)) seen.delete(key)
    return true
  }
}
