import { useState } from 'react'
import { Button } from '../../../design/components/Button.tsx'
import { Card, Row, Stack } from '../../../design/components/layout.tsx'
import { Notice, Refusal } from '../../../design/components/Notice.tsx'
import { Select } from '../../../design/components/Select.tsx'
import { useFormats, useWords } from '../../../design/languages/LanguageProvider.tsx'
import type { AnswerOf } from '../../asking.ts'
import { Answer, No } from '../../screens/Answer.tsx'
import { useHere } from '../../screens/use.tsx'
import { type Erasable, erasable, type Ground, grounds, type HoldReason, holdReasons } from '../model.ts'
import type { operations } from '../operations.ts'
import { words } from '../words.ts'
import { AccessForm } from './AccessForm.tsx'
import { protection } from './asking.ts'
import { CertificateButton } from './CertificateButton.tsx'
import { FileLink } from './FileLink.tsx'

type Standing = AnswerOf<typeof operations, 'getStanding'>

/** On a person's page: whether they may be erased, putting a hold, asking to erase, telling them what is kept. */
export function ProtectionPanel({ child }: { child: string }) {
  const t = useWords(words)
  const { actor } = useHere()
  const standing = protection.useAnswer('getStanding', { file: child })
  const asks = actor?.profession === 'protectionOfficer'
  return (
    <Card title={t('protection.panel')}>
      <Answer of={standing}>
        {(found) =>
          found.erased ? (
            <Notice
              kind="done"
              title={t('refusal.file-erased')}
              actions={<CertificateButton file={child} what="person" />}
            />
          ) : (
            <Stack gap={4}>
              <Against found={found} />
              <HoldForm file={child} />
              {asks ? <EraseForm file={child} /> : null}
              <AccessForm file={child} asks={asks} />
              {found.alsoIn.length ? (
                <div>
                  <h3>{t('protection.also')}</h3>
                  <ul>
                    {found.alsoIn.map((one) => (
                      <li key={one.file}>
                        <FileLink file={one.file} />
                      </li>
                    ))}
                  </ul>
                </div>
              ) : null}
            </Stack>
          )
        }
      </Answer>
    </Card>
  )
}

function Against({ found }: { found: Standing }) {
  const t = useWords(words)
  const f = useFormats()
  if (!found.against) return <p className="soft">{t('protection.free')}</p>
  const { code, until } = found.against
  const values = { until: until ? f.date(until.slice(0, 10)) : '' }
  const sentence = t(`refusal.${code}` as 'refusal.erasure-kept-by-law', values)
  const rule = `rule.${code}`
  return rule in words ? (
    <Refusal sentence={sentence} rule={t(rule as 'rule.erasure-kept-by-law', values)} />
  ) : (
    <Notice kind="refusal" title={sentence} />
  )
}

function HoldForm({ file }: { file: string }) {
  const t = useWords(words)
  const hold = protection.useDoing('holdFile')
  const [because, setBecause] = useState<HoldReason>('court')
  return (
    <Stack gap={2}>
      <h3>{t('protection.hold.put')}</h3>
      <Row>
        <Select
          label={t('protection.hold.why')}
          options={holdReasons.map((key) => ({ key, label: t(`protection.hold.${key}`) }))}
          value={because}
          onChange={(key) => setBecause(key as HoldReason)}
        />
        <Button kind="quiet" pending={hold.isPending} onPress={() => hold.mutate({ file, because })}>
          {t('protection.hold.put')}
        </Button>
      </Row>
      <No problem={hold.error} />
    </Stack>
  )
}

function EraseForm({ file }: { file: string }) {
  const t = useWords(words)
  const erase = protection.useDoing('askErasure')
  const [what, setWhat] = useState<Erasable>('person')
  const [ground, setGround] = useState<Ground>('person-asked')
  return (
    <Stack gap={2}>
      <h3>{t('protection.ask')}</h3>
      <Row>
        <Select
          label={t('protection.ask.what')}
          options={erasable.map((key) => ({ key, label: t(`protection.what.${key}`) }))}
          value={what}
          onChange={(key) => setWhat(key as Erasable)}
        />
        <Select
          label={t('protection.ground')}
          options={grounds.map((key) => ({ key, label: t(`ground.${key}`) }))}
          value={ground}
          onChange={(key) => setGround(key as Ground)}
        />
        <Button kind="danger" pending={erase.isPending} onPress={() => erase.mutate({ file, what, ground })}>
          {t('protection.ask.send')}
        </Button>
      </Row>
      {erase.isSuccess ? <Notice kind="waiting" title={t('protection.ask.sent')} /> : null}
      <No problem={erase.error} />
    </Stack>
  )
}
