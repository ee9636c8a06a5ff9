import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  // The same build from the top of the checkout and from here.
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    // The server's Content-Security-Policy lets nothing in but files of its own: no data: addresses.
    assetsInlineLimit: 0,
  },
});
