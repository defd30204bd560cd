import { professions } from '../../access.ts'
import type { Panel, Screen } from '../../screens/screen.ts'
import { Account, SetUp } from './Account.tsx'
import { People } from './People.tsx'

export const screens: Screen[] = [
  {
    path: '/accounts',
    title: 'accounts.people',
    station: 'accounts',
    may: ['administrator', 'protectionOfficer'],
    inMenu: true,
    component: People,
  },
  { path: '/account', title: 'accounts.mine', station: 'accounts', may: professions, component: Account },
  {
    path: '/account/set-up',
    title: 'accounts.setup.title',
    station: 'accounts',
    may: professions,
    component: SetUp,
  },
]
export const panels: Panel[] = []
