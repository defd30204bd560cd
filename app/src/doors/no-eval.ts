import { z } from 'zod'

// Zod would build its readers as code, which the page's security policy forbids. Imported before any schema is made.
z.config({ jitless: true })
