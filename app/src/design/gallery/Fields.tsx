import { useState } from 'react'
import {
  Card,
  Checkbox,
  Columns,
  DateField,
  DefinitionList,
  FileField,
  RadioGroup,
  Select,
  Stack,
  Steps,
  Tabs,
  TextArea,
  TextField,
  useFormats,
  useWords,
} from '../kit.ts'
import { galleryWords } from './words.ts'

export function Fields() {
  const t = useWords(galleryWords)
  const f = useFormats()
  const [name, setName] = useState('Гүлнар')
  const [born, setBorn] = useState<string | undefined>('2019-11-27')
  const [role, setRole] = useState<'aunt' | 'grandmother'>()
  const [agreed, setAgreed] = useState(true)
  const [file, setFile] = useState<File>()
  const options = (['aunt', 'grandmother'] as const).map((key) => ({ key, label: t(key) }))
  return (
    <Columns>
      <Card title={t('child')}>
        <Stack>
          <TextField label={t('name')} help={t('nameHelp')} value={name} onChange={setName} />
          <TextField label={t('name')} value="" onChange={setName} error={t('missing')} />
          <DateField label={t('born')} value={born} onChange={setBorn} optional partial />
          <Select label={t('role')} options={options} value={role} onChange={setRole} />
          <TextArea label={t('reason')} value="" onChange={setName} optional rows={3} />
        </Stack>
      </Card>
      <Card title={t('paper')}>
        <Stack>
          <RadioGroup label={t('role')} options={options} value={role} onChange={setRole} />
          <Checkbox checked={agreed} onChange={setAgreed}>
            {t('agree')}
          </Checkbox>
          <FileField
            label={t('profile')}
            value={file}
            onChange={setFile}
            accept={['.csv', '.xlsx']}
            limit={1e6}
          />
          <Tabs
            label={t('child')}
            tabs={[
              {
                key: 'facts',
                label: t('child'),
                content: (
                  <DefinitionList
                    items={[
                      { term: t('name'), value: name },
                      { term: t('born'), value: born ? f.date(born) : t('notYet') },
                    ]}
                  />
                ),
              },
              {
                key: 'steps',
                label: t('paper'),
                count: '3',
                content: (
                  <Steps
                    steps={[
                      { key: '1', label: t('kinship'), state: 'done' },
                      { key: '2', label: t('paper'), note: t('judge'), state: 'here' },
                      { key: '3', label: t('fly'), state: 'ahead' },
                    ]}
                  />
                ),
              },
            ]}
          />
        </Stack>
      </Card>
    </Columns>
  )
}
