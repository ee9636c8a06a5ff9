import type { AskedExperience } from '@hemgang/cases';
import { html, type Language, type Piece, type Text } from '@hemgang/kernel';
import { pageOf, pagePolicy } from '../pages/page';

const STYLE =
  ':root{color-scheme:light dark;--line:#6b6b6b;--action:#00506e;--on-action:#fff;' +
  'background:#fff;color:#1b1b1b}' +
  '@media (prefers-color-scheme:dark){:root{--line:#a0a0a0;--action:#8fd3f0;--on-action:#10242c;' +
  'background:#14191c;color:#f0f0f0}}' +
  'body{font:1.125rem/1.5 system-ui,sans-serif;max-width:36rem;margin:1.5rem auto;padding:0 1rem}' +
  'h1{font-size:1.6rem;line-height:1.25}a{color:var(--action)}' +
  'fieldset{border:1px solid var(--line);border-radius:.5rem;margin:0 0 1.25rem;padding:.5rem 1rem}' +
  'legend{font-weight:600;padding:0 .25rem}' +
  'label{display:flex;gap:.75rem;align-items:center;min-height:2.75rem}' +
  'input{width:1.4rem;height:1.4rem;flex:none;margin:0}' +
  'button{font:inherit;width:100%;padding:.8rem;border:0;border-radius:.5rem;' +
  'background:var(--action);color:var(--on-action)}' +
  '@media print{button,nav{display:none}fieldset{break-inside:avoid}label{min-height:0}}';

/** What the page may do: show its style and send its form. */
export const EXPERIENCE_POLICY = pagePolicy(STYLE, 'forms');

const INTRODUCTION: Text = {
  sv: 'Svara som du tycker. Svaren är anonyma: ingen kan se vem som har svarat, och de påverkar inte vården eller hjälpen. Det är frivilligt.',
  en: 'Answer as you think. The answers are anonymous: nobody can see who has answered, and they do not affect care or help. It is voluntary.',
};
const ONCE: Text = {
  sv: 'Länken kan användas en gång, till och med {day}.',
  en: 'The link can be used once, until {day} at the latest.',
};
const SEND: Text = { sv: 'Skicka svaren', en: 'Send the answers' };
const THANKS: Text = { sv: 'Tack för dina svar', en: 'Thank you for your answers' };
const COUNTED: Text = {
  sv: 'De är räknade tillsammans med andras. Du kan stänga sidan.',
  en: 'They have been counted together with those of others. You may close the page.',
};

/** The page in the other language, in its own words. */
const OTHER = {
  sv: { language: 'en', words: 'In English' },
  en: { language: 'sv', words: 'På svenska' },
} as const;

/** The questions. Says nothing of anybody. */
export function answerPage(
  { expiresOn, questionnaire: { title, questions, answers } }: AskedExperience,
  language: Language,
): string {
  const other = OTHER[language];
  const choice = (key: string) => (answer: { readonly value: number; readonly text: string }) =>
    html`<label>
      <input type="radio" name="${key}" value="${answer.value}" required />${answer.text}
    </label>`;
  const fields = questions.map(
    ({ key, text }) =>
      html`<fieldset>
        <legend>${text}</legend>
        ${answers.map(choice(key))}
      </fieldset>`,
  );
  return page(language, title, [
    html`<nav>
      <a href="?language=${other.language}" lang="${other.language}">${other.words}</a>
    </nav>`,
    html`<p>${INTRODUCTION[language]}</p>`,
    html`<p>${ONCE[language].replace('{day}', expiresOn)}</p>`,
    html`<form method="post">${fields}<button>${SEND[language]}</button></form>`,
  ]);
}

/** After the answers. */
export function countedPage(language: Language): string {
  return page(language, THANKS[language], html`<p>${COUNTED[language]}</p>`);
}

/** Why they were not taken. */
export function notTakenPage(title: Text, detail: Text, language: Language): string {
  return page(language, title[language], html`<p>${detail[language]}</p>`);
}

function page(language: Language, title: string, body: Piece): string {
  const main = html`<main>
    <h1>${title}</h1>
    ${body}
  </main>`;
  return pageOf({ language, title, style: STYLE, body: main });
}
