import { createRoot } from 'react-dom/client';
import { App } from './app';
import { LanguageProvider } from './language';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/lists.css';
import './styles/case.css';
import './styles/forms.css';

const place = document.getElementById('app');
if (place === null) throw new Error('index.html has no place for the app');
createRoot(place).render(
  <LanguageProvider>
    <App />
  </LanguageProvider>,
);
