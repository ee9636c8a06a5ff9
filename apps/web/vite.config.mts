import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const MESSAGE_FORMAT = '../../node_modules/react-intl/node_modules/intl-messageformat';

export default defineConfig({
  // The same build from the top of the checkout and from here.
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  resolve: {
    // react-intl and the core of it bring a copy each of the same version; one is enough.
    alias: { 'intl-messageformat': fileURLToPath(new URL(MESSAGE_FORMAT, import.meta.url)) },
  },
  build: {
    // The server's Content-Security-Policy lets nothing in but files of its own: no data: addresses.
    assetsInlineLimit: 0,
  },
});
