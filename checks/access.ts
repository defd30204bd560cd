import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { access, classes, houseRoles, professions } from '../app/src/casefile/access.ts'
import { scopes } from '../app/src/casefile/assigning/model.ts'
import { policyOf } from '../app/src/casefile/emergency/rules.ts'
import { LOOKING_MINUTES } from '../app/src/casefile/openings/recording.ts'
import { allOperations, type Entry } from '../app/src/doors/openapi.ts'
import { root } from './files.ts'

export const PAGE = join(root, 'docs/access.md')

const row = (cells: string[]): string => `| ${cells.join(' | ')} |`
const table = (heads: string[], rows: string[][]): string =>
  [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n')

/** `R` reads, `W` records, `RW` both. */
function classTable(): string {
  const cell = (profession: (typeof professions)[number], what: (typeof classes)[number]) =>
    (access[profession].reads.includes(what) ? 'R' : '') +
    (access[profession].records.includes(what) ? 'W' : '')
  return table(
    ['', ...classes],
    professions.map((profession) => [profession, ...classes.map((what) => cell(profession, what))]),
  )
}

function emergencyTable(): string {
  return table(
    ['', 'hours', 'a second person first'],
    professions.map((profession) => {
      const policy = policyOf(profession)
      return [profession, policy ? String(policy.hours) : 'none', policy?.second ? 'yes' : '']
    }),
  )
}

const conditionsOf = ({ operation }: Entry): string =>
  [
    operation.fresh ? 'proved within 5 minutes' : '',
    ...(operation.needs ?? []).map((course) => `course: ${course}`),
  ]
    .filter(Boolean)
    .join('; ')

function stationTable(station: string): string {
  const rows = allOperations
    .filter((entry) => entry.station === station)
    .map((entry) => [
      `\`${entry.verb}\``,
      entry.operation.summary.replaceAll('|', '/'),
      entry.operation.may.join(', '),
      conditionsOf(entry),
    ])
  return `### ${station}\n\n${table(['operation', 'what it does', 'who may', 'and only'], rows)}`
}

/** Who may see and do what, from the tables that the walls of the database and the doors are made of. */
export function accessPage(): string {
  const stations = [...new Set(allOperations.map(({ station }) => station))]
  return `# Who may

Written by \`node checks/access.ts\` from the table of access, the operations and the rules; nothing here is typed by hand. Default is no. Why it is so: decisions 0060, 0063, 0067.

## What each profession reads (R) and records (W)

${classTable()}

A profession sees a class only in files its holder works on: assigned to ${scopes.join(', ')}, from a day, until a day; or to the whole house, which two administrators decide. What is opened is recorded, once in ${LOOKING_MINUTES} minutes for a person, a file and a station.

## In an emergency, without an assignment

${emergencyTable()}

## Roles of the house itself

${Object.keys(houseRoles)
  .map((name) => `\`${name}\``)
  .join(', ')}: each does one thing no profession may, and only on the house's signed word (decision 0063).

## What may be asked, by whom

${stations.map(stationTable).join('\n\n')}
`
}

if (process.argv[1]?.endsWith('access.ts')) writeFileSync(PAGE, accessPage())
