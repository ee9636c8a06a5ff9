import { html, type Language, type Piece, type Text } from '@hemgang/kernel';
import { pageOf, pagePolicy } from '../pages/page';

const STYLE =
  'body{font:1.25rem/1.5 system-ui,sans-serif;max-width:32rem;margin:2rem auto;padding:0 1rem}' +
  'button,input{font:inherit;width:100%;padding:.8rem;margin:.4rem 0;box-sizing:border-box}' +
  'form{margin:0 0 1.5rem}';

/** What the page may do: show its style and send its forms. */
export const START_POLICY = pagePolicy(STYLE, 'forms');

const TITLE: Text = { sv: 'Hur gick det?', en: 'How did it go?' };
const INTRODUCTION: Text = {
  sv: 'Du har fått den här länken för att berätta om hjälpen har kommit igång. Länken kan användas en gång.',
  en: 'You got this link to tell whether the help has started. The link can be used once.',
};
const STARTED: Text = { sv: 'Hjälpen har kommit igång', en: 'The help has started' };
const NOT_HOME: Text = { sv: 'Ingen hemma', en: 'Nobody at home' };
const LATER: Text = { sv: 'Vi kommer senare', en: 'We will come later' };
const LATER_WHEN: Text = {
  sv: 'Avtalad ny tid med patienten',
  en: 'New time agreed with the patient',
};
const THANKS: Text = { sv: 'Tack, det är mottaget', en: 'Thank you, it has been received' };
const DONE: Text = {
  sv: 'Den som skickade länken ser vad du har svarat. Du kan stänga sidan.',
  en: 'Whoever sent the link sees your answer. You may close the page.',
};

/** The three buttons. Says nothing of whom it is about. */
export function askPage(language: Language): string {
  const button = (outcome: string, text: Text, more: Piece = null) =>
    html`<form method="post">
      <input type="hidden" name="outcome" value="${outcome}" />${more}<button>
        ${text[language]}
      </button>
    </form>`;
  const when = html`<label for="startAt">${LATER_WHEN[language]}</label>
    <input id="startAt" type="datetime-local" name="startAt" required />`;
  return page(language, TITLE, [
    html`<p>${INTRODUCTION[language]}</p>`,
    button('started', STARTED),
    button('not-home', NOT_HOME),
    button('later', LATER, when),
  ]);
}

/** After a report. */
export function thanksPage(language: Language): string {
  return page(language, THANKS, html`<p>${DONE[language]}</p>`);
}

/** Why the report was not taken. */
export function refusedPage(title: Text, detail: Text, language: Language): string {
  return page(language, title, html`<p>${detail[language]}</p>`);
}

function page(language: Language, title: Text, body: Piece): string {
  const heading = title[language];
  const main = html`<main>
    <h1>${heading}</h1>
    ${body}
  </main>`;
  return pageOf({ language, title: heading, style: STYLE, body: main });
}
