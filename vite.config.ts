import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { contractWithoutSchemas } from './web/kernel/vite-contract.ts'

const root = fileURLToPath(new URL('.', import.meta.url))
const server = { target: `http://localhost:${process.env['PORT'] ?? '4000'}`, xfwd: true }

export default defineConfig({
  root: `${root}web`,
  // Vite's own cache out of the sources.
  cacheDir: `${root}node_modules/.cache/vite`,
  plugins: [contractWithoutSchemas(root), react()],
  build: {
    outDir: `${root}dist/web`,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/files', '/health', '/metrics', '/mcp', '/l/', '/newsroom/', '/.well-known'].map((path) => [
        path,
        server,
      ]),
    ),
  },
})
