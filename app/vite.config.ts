import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { actionRoutes } from './vite-routes.ts';

const server = process.env.LUOSHI_ADDRESS ?? 'http://127.0.0.1:3000';

/** Chunks that change rarely and are large travel apart from our own code. */
const chunks = [
  { name: 'echarts', test: /node_modules\/(echarts|zrender)\// },
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler|i18next|react-i18next|@tanstack)\// },
];

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), actionRoutes()],
  server: { proxy: { '/api': { target: server, changeOrigin: true } } },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 900,
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
});
