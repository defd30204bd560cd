import { useState } from 'react'
import { Badge } from '../../../design/components/Badge.tsx'
import { Button } from '../../../design/components/Button.tsx'
import { Dialog } from '../../../design/components/Dialog.tsx'
import { Row, Stack } from '../../../design/components/layout.tsx'
import { Notice } from '../../../design/components/Notice.tsx'
import { type Column, Table } from '../../../design/components/Table.tsx'
import { useFormats, useWords } from '../../../design/languages/LanguageProvider.tsx'
import type { AnswerOf } from '../../asking.ts'
import { No } from '../../screens/Answer.tsx'
import type { operations } from '../operations.ts'
import { words } from '../words.ts'
import { protection } from './asking.ts'
import { CertificateButton } from './CertificateButton.tsx'
import { FileLink } from './FileLink.tsx'

export type Listed = AnswerOf<typeof operations, 'listErasures'>['erasures'][number]
const kinds = { asked: 'waiting', destroyed: 'muted', swept: 'ok' } as const

export function Erasures({ erasures }: { erasures: Listed[] }) {
  const t = useWords(words)
  const f = useFormats()
  const [confirming, setConfirming] = useState<Listed>()
  const columns: Column<Listed>[] = [
    { key: 'who', label: t('protection.who'), cell: (one) => <FileLink file={one.file} /> },
    { key: 'what', label: t('protection.what'), cell: (one) => t(`protection.what.${one.what}`) },
    { key: 'ground', label: t('protection.ground'), cell: (one) => t(`ground.${one.ground}`) },
    {
      key: 'by',
      label: t('protection.asked-by'),
      cell: (one) => (
        <>
          <bdi>{one.askedBy ?? '–'}</bdi>, {f.date(one.askedAt)}
        </>
      ),
    },
    {
      key: 'state',
      label: t('protection.state'),
      cell: (one) => <Badge kind={kinds[one.state]}>{t(`protection.state.${one.state}`)}</Badge>,
    },
    { key: 'do', label: '', cell: (one) => <Doing one={one} onConfirm={() => setConfirming(one)} /> },
  ]
  return (
    <>
      <Table
        columns={columns}
        rows={erasures}
        rowKey={(one) => `${one.file} ${one.what}`}
        empty={<Notice kind="empty" title={t('protection.none')} />}
      />
      {confirming ? <Confirm one={confirming} onClose={() => setConfirming(undefined)} /> : null}
    </>
  )
}

function Doing({ one, onConfirm }: { one: Listed; onConfirm: () => void }) {
  const t = useWords(words)
  const drop = protection.useDoing('dropErasure')
  const again = protection.useDoing('sweepAgain')
  const { file, what } = one
  if (one.state === 'asked')
    return (
      <Stack gap={2}>
        <Row>
          {one.mayConfirm ? (
            <Button kind="danger" onPress={onConfirm}>
              {t('protection.confirm')}
            </Button>
          ) : null}
          <Button kind="quiet" pending={drop.isPending} onPress={() => drop.mutate({ file, what })}>
            {t('protection.drop')}
          </Button>
        </Row>
        <No problem={drop.error} />
      </Stack>
    )
  return (
    <Row>
      <CertificateButton file={file} what={what} />
      {one.state === 'destroyed' ? (
        <Button kind="quiet" pending={again.isPending} onPress={() => again.mutate({ file, what })}>
          {t('protection.again')}
        </Button>
      ) : null}
    </Row>
  )
}

/** The last look before what nothing brings back. */
function Confirm({ one, onClose }: { one: Listed; onClose: () => void }) {
  const t = useWords(words)
  const confirm = protection.useDoing('confirmErasure')
  const { file, what } = one
  return (
    <Dialog open onClose={onClose} title={t('protection.confirm.title')}>
      <Stack gap={3}>
        <p>
          <strong>{t(`protection.what.${what}`)}</strong> · <FileLink file={file} />
        </p>
        <p>{t('protection.confirm.text')}</p>
        <No problem={confirm.error} />
        <Row>
          <Button
            kind="danger"
            pending={confirm.isPending}
            onPress={() => confirm.mutate({ file, what }, { onSuccess: onClose })}
          >
            {t('protection.confirm.do')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {t('protection.close')}
          </Button>
        </Row>
      </Stack>
    </Dialog>
  )
}
