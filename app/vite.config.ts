import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  // `base` absolute: screens live at many depths, and the server answers each with the same page.
  base: '/',
  build: {
    outDir: process.env.SANDSAGE_DIST ?? 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1500,
  },
})
