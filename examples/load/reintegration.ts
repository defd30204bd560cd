import type { Loader } from './loader.ts'

type Placement = { children: string[]; caregiver: string | null; state: string }

/** What families answered before the flight: most take the children in; four siblings' relatives cannot. */
export async function rebuildLives(loader: Loader): Promise<void> {
  const { placements, asOf } = loader.readJson<{ placements: Placement[]; asOf: string }>('operation.json')
  const said = { on: asOf.slice(0, 10), language: 'kk' }
  for (const { children, caregiver } of placements.filter((one) => one.caregiver)) {
    const agreed = { answer: 'agrees' as const, terms: 'Балаларды бірге алады; мектеп пен дәрігер жақын.' }
    await loader.ask('lawyer', 'reintegration', 'agreeFamily', {
      ...said,
      ...agreed,
      relative: loader.idOf(caregiver!),
      children: children.map((child) => loader.idOf(child)),
    })
  }
  const four = placements.find((one) => one.children.length === 4)!
  const declined = {
    answer: 'declines' as const,
    terms: 'Төрт баланы бірге алуға жағдайы жоқ; бөлгенді қаламайды.',
  }
  await loader.ask('lawyer', 'reintegration', 'agreeFamily', {
    ...said,
    ...declined,
    relative: loader.idOf('f-uncle'),
    children: four.children.map((child) => loader.idOf(child)),
  })
  await loader.ask('psychologist', 'reintegration', 'notePsychology', {
    child: loader.idOf(four.children[0]!),
    text: 'Інілерінен айырылмауды сұрайды. Түнде бірге ұйықтағанда ғана тыныш.',
  })
}
