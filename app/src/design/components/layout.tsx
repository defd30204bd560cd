import type { CSSProperties, ReactNode } from 'react'
import { useWords } from '../languages/LanguageProvider.tsx'
import { classes } from './classes.ts'
import { kitWords } from './words.ts'

export type Gap = 1 | 2 | 3 | 4 | 5

function gapStyle(gap: Gap | undefined): CSSProperties | undefined {
  return gap === undefined ? undefined : ({ '--gap': `var(--s${gap})` } as CSSProperties)
}

/** One under another. `<Stack gap={3}>…</Stack>` */
export function Stack({ gap, children }: { gap?: Gap; children: ReactNode }) {
  return (
    <div className="stack" style={gapStyle(gap)}>
      {children}
    </div>
  )
}

/** Side by side, wrapping; `apart` pushes the ends outwards. `<Row><Button/><Button/></Row>` */
export function Row({ gap, apart, children }: { gap?: Gap; apart?: boolean; children: ReactNode }) {
  return (
    <div className={classes('row', apart && 'row-apart')} style={gapStyle(gap)}>
      {children}
    </div>
  )
}

/** Equal columns that fall under one another when narrower than `least` rem. `<Columns least={18}>…</Columns>` */
export function Columns({ least = 20, children }: { least?: number; children: ReactNode }) {
  return (
    <div className="columns" style={{ '--least': `${least}rem` } as CSSProperties}>
      {children}
    </div>
  )
}

/** The main matter and what stands beside it. `<WideAndSide><Card/><Card/></WideAndSide>` */
export function WideAndSide({ children }: { children: ReactNode }) {
  return <div className="wide-and-side">{children}</div>
}

/** The bar on top of every screen: the mark at the start, tools at the end. */
export function TopBar({ mark, children }: { mark: ReactNode; children?: ReactNode }) {
  return (
    <header className="topbar">
      {mark}
      <div className="topbar-tools">{children}</div>
    </header>
  )
}

/** The page's one `<main>`, where SkipLink leads. */
export function Page({ children }: { children: ReactNode }) {
  return (
    <main className="page" id="content" tabIndex={-1}>
      <div className="stack">{children}</div>
    </main>
  )
}

/** First thing on the page for the keyboard. */
export function SkipLink() {
  const t = useWords(kitWords)
  return (
    <a className="skip" href="#content">
      {t('skip')}
    </a>
  )
}

/** The answer first: a headline in words and a line under it. `<PageHeader title={…} line={…} />` */
export function PageHeader({
  title,
  line,
  actions,
}: {
  title: string
  line?: ReactNode
  actions?: ReactNode
}) {
  return (
    <header className="page-header">
      <h1>{title}</h1>
      {line ? <p>{line}</p> : null}
      {actions ? <div className="row">{actions}</div> : null}
    </header>
  )
}

export type CardProps = {
  title?: string
  /** A badge or a link at the far end of the heading. */
  aside?: ReactNode
  /** The card asks something of the reader. */
  waiting?: boolean
  children: ReactNode
}

/** `<Card title={t('consent')} waiting>…</Card>` */
export function Card({ title, aside, waiting, children }: CardProps) {
  return (
    <section className={classes('card', waiting && 'card-waiting')} aria-label={title}>
      {title ? (
        <div className="card-head">
          <h2>{title}</h2>
          {aside}
        </div>
      ) : null}
      {children}
    </section>
  )
}
