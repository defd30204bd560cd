import type { UseQueryResult } from '@tanstack/react-query'
import { Button } from '../../../design/components/Button.tsx'
import { Card } from '../../../design/components/layout.tsx'
import { DefinitionList } from '../../../design/components/lists.tsx'
import { useFormats, useWords } from '../../../design/languages/LanguageProvider.tsx'
import type { AnswerOf, Problem } from '../../asking.ts'
import { Answer } from '../../screens/Answer.tsx'
import { saveToDevice } from '../../screens/files.ts'
import type { operations } from '../operations.ts'
import { words } from '../words.ts'

type Signed = AnswerOf<typeof operations, 'checkpoint'>

/** What this house signed last, for whoever wants to hold it to it later, and the keys it signs with. */
export function Newest({ of }: { of: UseQueryResult<Signed, Problem> }) {
  const t = useWords(words)
  return (
    <Card title={t('log.newest')}>
      <Answer of={of}>{(signed) => <Shown signed={signed} />}</Answer>
    </Card>
  )
}

function Shown({ signed }: { signed: Signed }) {
  const t = useWords(words)
  const f = useFormats()
  const since = ({ began, ended }: Signed['keys'][number]) =>
    ended
      ? t('log.key-past', { from: f.date(began.slice(0, 10)), to: f.date(ended.slice(0, 10)) })
      : t('log.key-now', { day: f.date(began.slice(0, 10)) })
  const save = () => {
    // The dash of a signature line is not in the browser's one-byte base 64, so the text goes as UTF-8.
    const bytes = new TextEncoder().encode(signed.note)
    saveToDevice({ name: `checkpoint-${signed.size}.txt`, base64: btoa(String.fromCharCode(...bytes)) })
  }
  return (
    <div className="stack">
      <p>{t('log.newest-lead', { size: signed.size })}</p>
      <pre className="proof-note" dir="ltr">
        {signed.note}
      </pre>
      <div>
        <Button kind="quiet" onPress={save}>
          {t('log.save-checkpoint')}
        </Button>
      </div>
      <h3>{t('log.keys')}</h3>
      <DefinitionList
        items={signed.keys.map((key) => ({
          term: since(key),
          value: (
            <code className="proof-code" dir="ltr">
              {key.verifier}
            </code>
          ),
        }))}
      />
    </div>
  )
}
