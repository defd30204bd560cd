import { z } from 'zod'
import { operation } from '../../casefile/operation.ts'
import { flightTime, gatherCohort, getOperation } from '../gather.ts'
import { AircraftOf, aircraftOf, Membership, TravelNeeds, teamOf } from '../model.ts'

export const readSetup = operation({
  summary: 'What a plan is made from: the aircraft, the team, who travels together, needs and readiness',
  may: ['lead', 'coordinator', 'doctor', 'consul'],
  input: z.object({ operation: z.uuid() }),
  output: z.object({
    flightAt: z.string(),
    aircraft: z.array(AircraftOf),
    team: z.array(z.object({ worker: z.uuid(), member: Membership })),
    children: z.array(
      z.object({
        child: z.uuid(),
        /** The same for all who travel together; the child's own id for one who travels alone. */
        party: z.string(),
        needs: TravelNeeds,
        ready: z.boolean(),
      }),
    ),
  }),
  reads: true,
  async run(ctx, { operation: id }) {
    const file = await getOperation(ctx, id)
    const cohort = await gatherCohort(ctx, file)
    ctx.shows(cohort.map((child) => child.id))
    return {
      flightAt: flightTime(file),
      aircraft: aircraftOf(file),
      team: [...teamOf(file)].map(([worker, member]) => ({ worker, member })),
      children: cohort.map(({ id: child, party, needs, readiness }) => ({
        ...{ child, party, needs },
        ready: readiness.ready,
      })),
    }
  },
})
