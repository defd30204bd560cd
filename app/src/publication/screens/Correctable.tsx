import { type ReactNode, useEffect, useRef, useState } from 'react'
import { No } from '../../casefile/screens/Answer.tsx'
import { Button } from '../../design/components/Button.tsx'
import { Dialog } from '../../design/components/Dialog.tsx'
import { Row, Stack } from '../../design/components/layout.tsx'
import { TextArea } from '../../design/components/TextField.tsx'
import { showToast } from '../../design/components/toasts.tsx'
import { useLanguage, useWords } from '../../design/languages/LanguageProvider.tsx'
import { words } from '../words.ts'
import { publication } from './desk.ts'
import { readSelection, type Selected } from './selection.ts'
import './publication.css'

/** A page whose mistakes readers can report: select the text, press Ctrl+Enter (or the button, on a phone). */
export function Correctable({ page, children }: { page: string; children: ReactNode }) {
  const t = useWords(words)
  const within = useRef<HTMLDivElement>(null)
  const [selected, setSelected] = useState<Selected>()
  const open = () => {
    const found = within.current && readSelection(within.current)
    if (found) setSelected(found)
    else showToast(t('publication.report-select'))
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) open()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
  return (
    <>
      <div ref={within}>{children}</div>
      <aside className="report-hint">
        <p className="small soft">{t('publication.mistake')}</p>
        {/* The press must not take the selection away before it is read. */}
        <span onPointerDown={(event) => event.preventDefault()}>
          <Button kind="quiet" onPress={open}>
            {t('publication.report')}
          </Button>
        </span>
      </aside>
      {selected ? <Report page={page} selected={selected} onClose={() => setSelected(undefined)} /> : null}
    </>
  )
}

function Report({ page, selected, onClose }: { page: string; selected: Selected; onClose: () => void }) {
  const t = useWords(words)
  const language = useLanguage()
  const [comment, setComment] = useState('')
  const report = publication.useDoing('reportCorrection')
  const send = () =>
    report.mutate(
      { report: { page, language, ...selected, ...(comment.trim() ? { comment } : {}) } },
      {
        onSuccess: () => {
          showToast(t('publication.report-thanks'))
          onClose()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('publication.report')}>
      <Stack gap={3}>
        <p>{t('publication.report-lead')}</p>
        <blockquote className="report-quote" dir="auto">
          {selected.before}
          <mark>{selected.selected}</mark>
          {selected.after}
        </blockquote>
        <TextArea label={t('publication.report-comment')} value={comment} onChange={setComment} rows={2} />
        <No problem={report.error} />
        <Row>
          <Button onPress={send} pending={report.isPending}>
            {t('publication.report-send')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {t('publication.report-cancel')}
          </Button>
        </Row>
      </Stack>
    </Dialog>
  )
}
