import { existsSync, readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import readXlsx from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import {
  applyChange,
  type Change,
  defaultPolicy,
  findFlaws,
  type Problem,
  schedule,
  type Task,
} from '../airlift/src/index.ts'
import { daysBetween, moveDates } from './dates.ts'
import { makeRusafa } from './scripts/rusafa/make.ts'
import { toRows } from './scripts/rusafa/table.ts'
import { bytesOf, expected, kits, operation, people, textOf } from './testing/reading.ts'

const folder = fileURLToPath(new URL('./rusafa', import.meta.url))
const frequencies = fileURLToPath(new URL('../../shared/data/frequencies', import.meta.url))

const flightDay = operation.operation.flightAt.slice(0, 10)
/** Whole months from a day to the day of the flight. */
function monthsOld(birth: string): number {
  const [year, month, day] = birth.split('-').map(Number)
  const [toYear, toMonth, toDay] = flightDay.split('-').map(Number)
  return (toYear! - year!) * 12 + toMonth! - month! - Number(toDay! < day!)
}

describe('the fourteen', () => {
  const { children } = people

  test('eight girls and six boys, two born in Kazakhstan, as the mission tells', () => {
    expect(children).toHaveLength(14)
    expect(children.filter((child) => child.sex === 'female')).toHaveLength(8)
    expect(children.filter((child) => child.sex === 'male')).toHaveLength(6)
    const atHome = children.filter((child) => ['Орал', 'Ақтау'].includes(child.birthplace ?? ''))
    expect(atHome.map((child) => child.id)).toEqual(['b1', 'f1'])
  })

  test('from one year and ten months to ten years; four of school age', () => {
    const ages = children.flatMap((child) => (child.birth.date ? [monthsOld(child.birth.date)] : []))
    expect(Math.min(...ages)).toBe(22)
    expect(Math.floor(Math.max(...ages) / 12)).toBe(10)
    expect(ages.filter((age) => age >= 72)).toHaveLength(4)
  })

  test('six mothers in prison, no father lives, one child has neither', () => {
    expect(people.relatives.filter((one) => one.inPrison)).toHaveLength(6)
    const rows = people.families.flatMap((family) => family.people)
    const fathers = new Set(
      rows.filter((row) => children.some((child) => child.id === row.id)).map((row) => row.father),
    )
    expect(rows.filter((row) => fathers.has(row.id)).every((row) => 'deceased' in row)).toBe(true)
    expect(
      children
        .filter((child) => !people.relatives.some((one) => one.id === child.mother.id))
        .map((one) => one.id),
    ).toEqual(['g1'])
  })

  test('everybody typed consented or had somebody consent, with a witness, and nobody agreed to photographs', () => {
    const said = people.consents
      .filter((consent) => consent.purpose === 'dna')
      .map((consent) => consent.person)
    expect(said.toSorted()).toEqual(kits.map((kit) => kit.person).toSorted())
    expect(people.consents.every((consent) => consent.witness && consent.copyLeft)).toBe(true)
    expect(people.consents.some((consent) => consent.purpose === 'photo')).toBe(false)
  })

  test('every kit passes from the hand that holds it, later each time, and is opened whole', () => {
    const steps = Map.groupBy(toRows(textOf('custody.csv'), ','), (step) => step.kit_number)
    expect([...steps.keys()]).toEqual(kits.map((kit) => kit.kit_number))
    for (const [kit, chain] of steps) {
      expect(chain[0]!.move, kit).toBe('issued')
      expect(chain.at(-1), kit).toMatchObject({ move: 'opened', seal_whole: 'yes' })
      for (const [at, step] of chain.entries()) {
        if (at === 0) continue
        expect(step.from, kit).toBe(chain[at - 1]!.to)
        expect(Date.parse(step.at!), kit).toBeGreaterThan(Date.parse(chain[at - 1]!.at!))
      }
    }
  })

  test('every child has a place to go to, siblings together', () => {
    const placed = people.placementIntentions.flatMap((placement) => placement.children)
    expect(placed.toSorted()).toEqual(children.map((child) => child.id))
    for (const siblings of [...expected.fullSiblings, ...expected.halfSiblings])
      expect(
        people.placementIntentions.some((one) => siblings.every((id) => one.children.includes(id))),
      ).toBe(true)
  })
})

describe('the operation', () => {
  const problem: Problem = {
    aircraft: operation.aircraft as Problem['aircraft'],
    flightAt: operation.operation.flightAt,
    policy: defaultPolicy,
    staff: operation.team.filter((one) => one.flies) as Problem['staff'],
    passengers: people.children.map((child) => ({
      id: child.id,
      ageMonths: child.birth.date ? monthsOld(child.birth.date) : 36,
      party: operation.parties.find((party) => party.children.includes(child.id))!.id,
      languages: child.languages,
      needs: {},
      ready: { yes: true },
    })),
  }

  test('is a problem the planner takes', () => {
    expect(findFlaws(problem)).toEqual([])
  })

  test('the night in Baghdad is what makes the difference between two days and one', () => {
    const { start, tasks, change } = operation.runbook
    const night = tasks.find((task) => task.id === 'night')!.minutes
    expect(night).toBe(900)
    const without = applyChange(tasks, change as Change)
    const finish = (list: Task[]) => Date.parse(schedule(list, start).finish)
    expect((finish(tasks) - finish(without)) / 60_000).toBe(night)
    const arrival = schedule(without, start).times.find((one) => one.id === 'arrival')!
    expect(arrival.end.slice(0, 10)).toBe(flightDay)
  })

  test('three children cannot fly yet', () => {
    const asked = operation.clearance.filter((one) => one.asked)
    const waits = asked.map(({ child, asked }) => ({ child, requirement: asked![0]!.requirement }))
    expect(waits).toEqual(expected.cannotFlyYet)
    expect(waits).toHaveLength(3)
  })
})

describe('the lists of found children', () => {
  test('the workbook opens and holds what the comma separated list holds', async () => {
    const [sheet] = await readXlsx(bytesOf('found-children.xlsx'))
    const lines = textOf('found-children.csv')
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','))
    expect(sheet!.data).toEqual(lines)
  })

  test("the consulate's list reads as windows-1251", () => {
    const text = new TextDecoder('windows-1251').decode(bytesOf('found-children-1251.csv'))
    expect(text.split('\r\n')[1]).toBe('1;Алихан Сулейменов;м;9;18.03.2026;Багдад;Гульмира Есенова;с сестрой')
  })

  test('names every child once', () => {
    expect(expected.foundList.map((line) => line.child).toSorted()).toEqual(
      people.children.map((child) => child.id),
    )
  })
})

describe('dates', () => {
  test('move by whole days, over the end of a month; what is no day stays', () => {
    expect(moveDates('"2026-11-25T12:00:00+03:00" 2026-02-30 KZ-30-0001', 7)).toBe(
      '"2026-12-02T12:00:00+03:00" 2026-02-30 KZ-30-0001',
    )
    expect(moveDates(moveDates(textOf('operation.json'), 400), -400)).toBe(textOf('operation.json'))
    expect(daysBetween('2026-11-25T12:00:00+03:00', new Date('2026-11-27T12:00:00+03:00'))).toBe(2)
  })
})

describe('the files', () => {
  test('are small', () => {
    const total = readdirSync(folder).reduce((sum, name) => sum + statSync(`${folder}/${name}`).size, 0)
    expect(total).toBeLessThan(400_000)
  })

  test.skipIf(!existsSync(frequencies))('are what the script makes of the NIST genotypes', () => {
    const made = makeRusafa(frequencies)
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(made).toSorted())
    for (const [name, content] of Object.entries(made))
      expect(bytesOf(name).equals(Buffer.from(content as string)), name).toBe(true)
  })
})
