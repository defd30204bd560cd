import { Button } from '../../../design/components/Button.tsx'
import { useWords } from '../../../design/languages/LanguageProvider.tsx'
import { No } from '../../screens/Answer.tsx'
import { saveToDevice } from '../../screens/files.ts'
import { words } from '../words.ts'
import { log } from './asking.ts'

/** Beside a paper: hands its proof to the reader's device. `<ProofLink paper={paper.id} />` */
export function ProofLink({ paper }: { paper: string }) {
  const t = useWords(words)
  const prove = log.useDoing('provePaper')
  return (
    <div className="stack">
      <div className="row">
        <Button
          kind="quiet"
          pending={prove.isPending}
          onPress={() => prove.mutate({ paper }, { onSuccess: ({ file }) => saveToDevice(file) })}
        >
          {t('log.get-proof')}
        </Button>
        <span className="soft small">{t('log.get-proof-note')}</span>
      </div>
      <No problem={prove.error} />
    </div>
  )
}
