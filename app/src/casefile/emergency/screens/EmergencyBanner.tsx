import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Button } from '../../../design/components/Button.tsx'
import { Icon } from '../../../design/components/Icon.tsx'
import { ButtonLink } from '../../../design/components/Link.tsx'
import { showToast } from '../../../design/components/toasts.tsx'
import { formatTime } from '../../../design/languages/dates.ts'
import { useWords } from '../../../design/languages/LanguageProvider.tsx'
import { No } from '../../screens/Answer.tsx'
import { words } from '../words.ts'
import { emergency, type Mine, useEmergencies } from './asking.ts'
import './emergency.css'

/** On every page while an emergency lasts: until when, why, and the way to end it. */
export function EmergencyBanner() {
  const { data } = useEmergencies()
  const standing = (data?.mine ?? []).filter((one) => one.state === 'standing')
  useForgetting(standing.length)
  if (standing.length === 0) return null
  return (
    <div className="emergency-banners">
      {standing.map((one) => (
        <Standing key={one.id} one={one} />
      ))}
    </div>
  )
}

/** When an emergency ran out, what the screens had been told in it is asked anew, and refused. */
function useForgetting(count: number): void {
  const queries = useQueryClient()
  const before = useRef(count)
  useEffect(() => {
    if (count < before.current) void queries.invalidateQueries()
    before.current = count
  }, [count, queries])
}

function Standing({ one }: { one: Mine }) {
  const t = useWords(words)
  const { pathname } = useLocation()
  const end = emergency.useDoing('endEmergency')
  const isHere = pathname === `/children/${one.file}`
  const until = formatTime(one.until)
  const onSuccess = () => showToast(t('emergency.ended'))
  return (
    <section className="emergency-banner" aria-label={t('emergency.title')}>
      <Icon name="alert" />
      <div className="emergency-banner-words">
        <strong>{t(isHere ? 'emergency.banner.here' : 'emergency.banner.there', { until })}</strong>
        {one.reason ? <span dir="auto">{one.reason}</span> : null}
        <No problem={end.error} />
      </div>
      <div className="row">
        {isHere ? null : (
          <ButtonLink href={`/children/${one.file}`} kind="quiet">
            {t('emergency.to-file')}
          </ButtonLink>
        )}
        <Button
          kind="quiet"
          pending={end.isPending}
          onPress={() => end.mutate({ emergency: one.id }, { onSuccess })}
        >
          {t('emergency.end')}
        </Button>
      </div>
    </section>
  )
}
