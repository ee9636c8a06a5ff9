import { createRoot } from 'react-dom/client';
import { watchAttention } from './api/attention';
import { App } from './app';
import { LanguageProvider } from './language';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/lists.css';
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

const place = document.getElementById('app');
if (place === null) throw new Error('index.html has no place for the app');
createRoot(place).render(
  <LanguageProvider>
    <App />
  </LanguageProvider>,
);
