import { execFile } from 'node:child_process'

type Audit = { metadata?: { vulnerabilities?: Record<string, number> } }

/**
 * Known vulnerabilities of what is shipped, by npm's own list. High and critical ones end with 1. Where the list cannot
 * be asked, that is said and nothing fails: a build must not depend on somebody else's server.
 */
export function verdictOf(answer: string): { sentence: string; fails: boolean } {
  let audit: Audit = {}
  try {
    audit = JSON.parse(answer) as Audit
  } catch {
    // Not even an answer: the same as no list.
  }
  const found = audit.metadata?.vulnerabilities
  if (!found) return { sentence: 'known vulnerabilities: the list could not be asked', fails: false }
  const { high = 0, critical = 0 } = found
  const counted = Object.entries(found)
    .filter(([level, n]) => level !== 'total' && n > 0)
    .map(([level, n]) => `${n} ${level}`)
  return {
    sentence: `known vulnerabilities: ${counted.join(', ') || 'none'}`,
    fails: high + critical > 0,
  }
}

if (process.argv[1]?.endsWith('audit.ts'))
  execFile('npm', ['audit', '--omit=dev', '--json'], { timeout: 60_000 }, (_failed, answer) => {
    const { sentence, fails } = verdictOf(answer)
    process.stdout.write(`${sentence}\n`)
    process.exitCode = fails ? 1 : 0
  })
