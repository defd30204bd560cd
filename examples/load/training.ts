import type { Loader } from './loader.ts'

const DAY = 86_400_000
const day = (now: Date, ago: number): string => new Date(now.getTime() - ago * DAY).toISOString().slice(0, 10)

/** Everybody was taught some weeks ago; the doctor's course ends soon, so that the house has something to say. */
export async function train(loader: Loader, now: Date): Promise<void> {
  const { accounts } = await loader.ask('coordinator', 'session', 'colleagues', {})
  for (const { id: account, profession } of accounts) {
    const by = profession === 'administrator' ? 'lead' : 'administrator'
    const take = (
      course: 'codeOfConduct' | 'childSafeguarding' | 'dataProtection' | 'dnaHandling',
      ago = 40,
    ) => loader.ask(by, 'training', 'recordTraining', { account, course, on: day(now, ago) })
    await take('codeOfConduct')
    await take('childSafeguarding')
    await take('dataProtection', profession === 'doctor' ? 345 : 40)
    if (profession === 'geneticist') await take('dnaHandling')
  }
  for (const course of ['codeOfConduct', 'childSafeguarding', 'dataProtection', 'dnaHandling'] as const)
    await loader.ask('administrator', 'training', 'requireCourse', { course, from: day(now, 30) })
}
