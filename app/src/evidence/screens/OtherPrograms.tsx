import { useState } from 'react'
import { No } from '../../casefile/screens/Answer.tsx'
import { saveToDevice } from '../../casefile/screens/files.ts'
import { Button } from '../../design/components/Button.tsx'
import { Card, Columns, Row, Stack } from '../../design/components/layout.tsx'
import { Notice } from '../../design/components/Notice.tsx'
import { Select } from '../../design/components/Select.tsx'
import { evidence, useT } from './asking.ts'

const programs = ['familias', 'codis', 'pedsuite'] as const

/** The family and its profiles for a laboratory that works with another program. */
export function OtherPrograms({ family }: { family: string }) {
  const t = useT()
  const [program, setProgram] = useState<(typeof programs)[number]>('familias')
  const make = evidence.useDoing('exportFamily')
  const save = () => make.mutate({ family, program }, { onSuccess: ({ file }) => saveToDevice(file) })
  const { data } = make
  return (
    <Card title={t('evidence.other-programs')}>
      <Stack gap={3}>
        <p className="soft">{t('evidence.other-programs-help')}</p>
        <Columns least={14}>
          <Select
            label={t('evidence.program')}
            options={programs.map((key) => ({ key, label: t(`evidence.program.${key}`) }))}
            value={program}
            onChange={setProgram}
          />
        </Columns>
        <No problem={make.error} />
        <Row>
          <Button kind="quiet" onPress={save} pending={make.isPending}>
            {t('evidence.make-file')}
          </Button>
        </Row>
        {data ? (
          <Notice kind="done" title={t('evidence.exported', { people: data.people })}>
            {data.left.length > 0 ? (
              <p>{t('evidence.exported-without', { loci: data.left.join(', ') })}</p>
            ) : null}
          </Notice>
        ) : null}
      </Stack>
    </Card>
  )
}
