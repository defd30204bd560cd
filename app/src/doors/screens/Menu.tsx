import { Link as RouterLink, useLocation } from '@tanstack/react-router'
import { menuRooms } from '../../casefile/screens/screen.ts'
import { useHere } from '../../casefile/screens/use.tsx'
import { useWords } from '../../design/languages/LanguageProvider.tsx'
import { allWords } from '../screen-words.ts'
import { screens } from './stations.ts'

/** The stations this person has work in, in the order of the path; the open one with its own screens after it. */
export function Menu() {
  const { actor } = useHere()
  const t = useWords(allWords)
  const { pathname } = useLocation()
  const mine = screens.filter((screen) => screen.inMenu && actor && screen.may.includes(actor.profession))
  const open = menuRooms.find((station) => pathname.startsWith(`/${station}`))
  const first = menuRooms.flatMap((station) => mine.find((screen) => screen.station === station) ?? [])
  const inside = mine.filter((screen) => screen.station === open)
  return (
    <>
      <nav className="frame-menu" aria-label={t('shell.menu')}>
        <ul>
          <li>
            <RouterLink to="/" activeOptions={{ exact: true }}>
              {t('shell.home')}
            </RouterLink>
          </li>
          {first.map((screen) => (
            <li key={screen.path}>
              <RouterLink to={screen.path} aria-current={screen.station === open ? 'true' : undefined}>
                {t(`station.${screen.station}`)}
                {screen.mark ? <screen.mark /> : null}
              </RouterLink>
            </li>
          ))}
        </ul>
      </nav>
      {inside.length > 1 && open ? (
        <nav className="frame-menu frame-submenu" aria-label={t(`station.${open}`)}>
          <ul>
            {inside.map((screen) => (
              <li key={screen.path}>
                <RouterLink to={screen.path} activeOptions={{ exact: true }}>
                  {t(screen.title)}
                </RouterLink>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </>
  )
}
