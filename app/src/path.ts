import { type Station, type StepState, stations } from './casefile/steps.ts'

export type Standing = { station: Station; state: StepState; waitsFor: string | null }

/** Where a child is on the way home: at the first station that is not done. All done: at the last one. */
export function standsAt(steps: Standing[]): Station {
  const done = (station: Station) => steps.some((step) => step.station === station && step.state === 'done')
  return stations.find((station) => !done(station)) ?? 'publication'
}

/** A child's stations are those before publishing: a figure is about all of them and about no one. */
export const childStations = stations.filter((station) => station !== 'publication')

/** What comes by itself on its day and waits for nobody: it is shown as next, never as waiting. */
const scheduled = ['handover', 'landing']

/** The open step a child stands at, if anybody has to do something for it. */
export function waitsAt<S extends Standing>(steps: S[]): S | undefined {
  const here = standsAt(steps)
  return steps.find(
    (step) => step.station === here && step.state !== 'done' && !scheduled.includes(step.waitsFor ?? ''),
  )
}

/** Ready to fly: cleared, and with a place on the plan. */
export const isReadyToFly = (steps: Standing[]): boolean =>
  standsAt(steps) === 'evacuation' &&
  steps.some((step) => step.station === 'evacuation' && step.waitsFor === 'handover')

export type Mark = { station: Station; state: 'done' | 'here' | 'waiting' | 'ahead'; waitsFor: string | null }

/** The marks of one child's line: behind, where they are (waiting for somebody or not), and ahead. */
export function marksOf(steps: Standing[]): Mark[] {
  const here = standsAt(steps)
  return childStations.map((station) => {
    const step = steps.find((candidate) => candidate.station === station)
    const open = step && !scheduled.includes(step.waitsFor ?? '') ? 'waiting' : 'here'
    const state = step?.state === 'done' ? 'done' : step ? open : station === here ? 'here' : 'ahead'
    return { station, state, waitsFor: step?.state === 'done' ? null : (step?.waitsFor ?? null) }
  })
}

export type StationCount = {
  station: Station
  done: number
  here: number
  waitsFor: { code: string; count: number }[]
}

/** For each station how many have passed it, how many stand at it, and what those wait for, most common first. */
export function countStations(children: { steps: Standing[] }[]): StationCount[] {
  return childStations.map((station) => {
    const standing = children.filter((child) => standsAt(child.steps) === station)
    const codes = standing.map(
      (child) => child.steps.find((step) => step.station === station)?.waitsFor ?? null,
    )
    const tally = new Map<string, number>()
    for (const code of codes) if (code) tally.set(code, (tally.get(code) ?? 0) + 1)
    return {
      station,
      done: children.filter((child) =>
        child.steps.some((step) => step.station === station && step.state === 'done'),
      ).length,
      here: standing.length,
      waitsFor: [...tally]
        .map(([code, count]) => ({ code, count }))
        .sort((a, b) => b.count - a.count || a.code.localeCompare(b.code)),
    }
  })
}
