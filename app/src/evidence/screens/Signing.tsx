import { useState } from 'react'
import { No } from '../../casefile/screens/Answer.tsx'
import { Button } from '../../design/components/Button.tsx'
import { RadioGroup } from '../../design/components/choices.tsx'
import { Card, Row, Stack } from '../../design/components/layout.tsx'
import { TextArea } from '../../design/components/TextField.tsx'
import { useFormats } from '../../design/languages/LanguageProvider.tsx'
import { findings, type Verdict } from '../model/claims.ts'
import { evidence, type OpenedClaim, useT } from './asking.ts'

/** Who signed what, and one's own signature: given with a verdict, taken back with a reason. */
export function Signing({ data, child }: { data: OpenedClaim; child: string }) {
  const t = useT()
  const f = useFormats()
  const { signatures, decision } = data
  const mine = signatures.some((signature) => signature.mine)
  return (
    <Card title={t('evidence.sign')} waiting={!mine && !decision}>
      <Stack gap={3}>
        <p>{t('evidence.two-sign')}</p>
        {signatures.length > 0 ? (
          <ul>
            {signatures.map(({ name, verdict, at, reason }) => (
              <li key={at + name}>
                {t('evidence.signed-by', {
                  name,
                  verdict: t(`evidence.verdict.${verdict}`),
                  when: f.dateTime(at),
                })}
                {reason ? <p className="soft">{reason}</p> : null}
              </li>
            ))}
          </ul>
        ) : null}
        {mine ? <TakeBack data={data} child={child} /> : null}
        {!mine && !decision ? <Give data={data} child={child} /> : null}
      </Stack>
    </Card>
  )
}

function Give({ data, child }: { data: OpenedClaim; child: string }) {
  const t = useT()
  const { claim, weighing } = data
  const [verdict, setVerdict] = useState<Verdict | undefined>(weighing?.finding)
  const [reason, setReason] = useState('')
  const sign = evidence.useDoing('signDecision')
  const give = () =>
    weighing &&
    verdict &&
    sign.mutate({
      claim: claim.claim,
      child,
      weighing: weighing.weighing,
      verdict,
      ...(reason.trim() && { reason }),
    })
  return (
    <Stack gap={3}>
      <RadioGroup
        label={t('evidence.verdict')}
        options={findings.map((key) => ({ key, label: t(`evidence.verdict.${key}`) }))}
        value={verdict}
        onChange={setVerdict}
      />
      <TextArea
        label={t('evidence.reason')}
        help={t('evidence.reason-help')}
        value={reason}
        onChange={setReason}
        rows={2}
        optional={verdict === weighing?.finding}
      />
      <No problem={sign.error} />
      <Row>
        <Button onPress={give} pending={sign.isPending} isDisabled={!verdict || data.outdated}>
          {t('evidence.sign')}
        </Button>
      </Row>
    </Stack>
  )
}

function TakeBack({ data, child }: { data: OpenedClaim; child: string }) {
  const t = useT()
  const [reason, setReason] = useState('')
  const withdraw = evidence.useDoing('withdrawSignature')
  return (
    <details>
      <summary>{t('evidence.take-back')}</summary>
      <Stack gap={3}>
        <TextArea label={t('evidence.reason')} value={reason} onChange={setReason} rows={2} />
        <No problem={withdraw.error} />
        <Row>
          <Button
            kind="danger"
            onPress={() => withdraw.mutate({ claim: data.claim.claim, child, reason })}
            pending={withdraw.isPending}
            isDisabled={!reason.trim()}
          >
            {t('evidence.take-back')}
          </Button>
        </Row>
      </Stack>
    </details>
  )
}
