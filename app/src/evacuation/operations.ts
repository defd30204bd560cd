import { changeTask, readRunbook } from './operations/day.ts'
import { countHeads, handOver, readHandovers, recordLanding } from './operations/gate.ts'
import { printAct, printManifest } from './operations/papers.ts'
import { planFlight, readPlan } from './operations/planning.ts'
import { setAircraft, setMember, setParty, setRunbook, stateNeeds } from './operations/preparing.ts'
import { readSetup } from './operations/reading.ts'

export const operations = {
  readSetup,
  setAircraft,
  setMember,
  setParty,
  stateNeeds,
  planFlight,
  readPlan,
  setRunbook,
  readRunbook,
  changeTask,
  countHeads,
  handOver,
  readHandovers,
  recordLanding,
  printManifest,
  printAct,
}
