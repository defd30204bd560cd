import { ANYONE, professions } from '../../casefile/access.ts'
import type { Panel, Screen } from '../../casefile/screens/screen.ts'
import { Desk } from './Desk.tsx'
import { PublicList } from './PublicList.tsx'
import { PublicPage } from './PublicPage.tsx'
import { Publishing } from './Publishing.tsx'

const everybody = [ANYONE, ...professions] as const

export const screens: Screen[] = [
  {
    path: '/publication',
    title: 'publication.queue',
    station: 'publication',
    may: ['editor'],
    inMenu: true,
    component: Desk,
  },
  {
    path: '/publication/figures',
    title: 'publication.desk-figures',
    station: 'publication',
    may: ['editor'],
    inMenu: true,
    component: Publishing,
  },
  {
    path: '/public',
    title: 'publication.public-title',
    station: 'publication',
    may: everybody,
    component: PublicList,
  },
  {
    path: '/public/$operation',
    title: 'publication.public-title',
    station: 'publication',
    may: everybody,
    component: PublicPage,
  },
]
export const panels: Panel[] = []
