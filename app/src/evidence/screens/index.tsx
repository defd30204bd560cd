import type { Panel, Screen } from '../../casefile/screens/screen.ts'
import { AdviceScreen } from './advice/AdviceScreen.tsx'
import { ClaimScreen } from './ClaimScreen.tsx'
import { ConsentScreen } from './ConsentScreen.tsx'
import { EvidenceHome } from './EvidenceHome.tsx'
import { EvidencePanel } from './EvidencePanel.tsx'
import { Families } from './Families.tsx'
import { FamilyScreen } from './FamilyScreen.tsx'
import { Kits } from './Kits.tsx'
import { Profiles } from './Profiles.tsx'
import { SearchScreen } from './search/SearchScreen.tsx'

const station = 'evidence' as const
const readers = ['coordinator', 'geneticist', 'lawyer', 'lead'] as const
const askers = ['coordinator', 'consul', 'geneticist', 'lawyer'] as const
const laboratory = ['geneticist'] as const
const searchers = ['coordinator', 'geneticist', 'lawyer'] as const

export const screens: Screen[] = [
  {
    path: '/evidence',
    title: 'evidence.claims',
    station,
    may: readers,
    inMenu: true,
    component: EvidenceHome,
  },
  {
    path: '/evidence/families',
    title: 'evidence.families',
    station,
    may: readers,
    inMenu: true,
    component: Families,
  },
  {
    path: '/evidence/families/$family',
    title: 'evidence.family',
    station,
    may: readers,
    component: FamilyScreen,
  },
  {
    path: '/evidence/families/$family/advice',
    title: 'evidence.advice',
    station,
    may: readers,
    component: AdviceScreen,
  },
  {
    path: '/evidence/consent/$person',
    title: 'evidence.consent',
    station,
    may: askers,
    component: ConsentScreen,
  },
  {
    path: '/evidence/search',
    title: 'evidence.search',
    station,
    may: searchers,
    inMenu: true,
    component: SearchScreen,
  },
  { path: '/evidence/kits', title: 'evidence.kits', station, may: laboratory, inMenu: true, component: Kits },
  {
    path: '/evidence/profiles',
    title: 'evidence.profiles',
    station,
    may: laboratory,
    inMenu: true,
    component: Profiles,
  },
  { path: '/evidence/claims/$claim', title: 'evidence.claim', station, may: readers, component: ClaimScreen },
]

export const panels: Panel[] = [{ station, may: readers, component: EvidencePanel }]
