// The two files of Midas' theme, and never its default.css, which fetches the font from a stranger.
import '@midas-ds/theme/variables.css';
import '@midas-ds/theme/color-scheme.css';
import '@fontsource-variable/inter';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { watchAttention } from './api/attention';
import { LanguageProvider } from './language';
import { router } from './routes';
import { LibraryLocale } from './ui/library-locale';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/lists.css';
import './styles/worklist.css';
import './styles/case.css';
import './styles/forms.css';
import './styles/print.css';

// The back button may bring a page as it was left, also of somebody who has signed out since: what
// it shows is taken away before it is kept, and asked for anew when it comes back.
window.addEventListener('pagehide', () => {
  document.body.hidden = true;
});
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) window.location.reload();
});

watchAttention();

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // A person presses "Try again"; the server says when something has changed.
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
      // What is about patients is not kept for a page that has been left.
      gcTime: 0,
    },
  },
});

const place = document.getElementById('app');
if (place === null) throw new Error('index.html has no place for the app');
createRoot(place).render(
  <LanguageProvider>
    <LibraryLocale>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LibraryLocale>
  </LanguageProvider>,
);
