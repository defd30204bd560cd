import './doors/no-eval.ts'
import { createRoot } from 'react-dom/client'
import { applyTheme, readTheme } from './design/components/theme.ts'
import './design/design.css'
import { App } from './doors/screens/App.tsx'

/** The browser's door. */
applyTheme(readTheme())
createRoot(document.getElementById('house')!).render(<App />)
