import { changeTask, readRunbook } from './operations/day.ts'
import { countHeads, handOver, readHandovers, recordLanding } from './operations/gate.ts'
import { planFlight, readPlan } from './operations/planning.ts'
import { setAircraft, setMember, setParty, setRunbook, stateNeeds } from './operations/preparing.ts'

export const operations = {
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
}
