import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { applyTheme, readTheme } from './design/components/theme.ts'
import './design/design.css'
import { App } from './doors/screens/App.tsx'

// Zod would build its readers as code, which the page's security policy forbids.
z.config({ jitless: true })

/** The browser's door. */
applyTheme(readTheme())
createRoot(document.getElementById('house')!).render(<App />)
