import { html, type Markup } from '@hemgang/kernel';

/** What the look at every screen has found; of the whole run. */
export interface Assessment {
  /** Local day. */
  readonly on: string;
  /** Of axe-core. */
  readonly version: string;
  readonly screens: number;
  /** Screens in their states, on each width and in each scheme of colours. */
  readonly looks: number;
  readonly faults: number;
}

/** What we know to be wrong or untried; whoever mends or tries it takes it out. */
const SHORTCOMINGS = [
  {
    sv: 'Ingen har ännu provat sidorna med skärmläsare (NVDA, VoiceOver) för vår räkning.',
    en: 'Nobody has tried the pages with a screen reader (NVDA, VoiceOver) on our behalf yet.',
  },
  {
    sv: 'Avräkningens fil i PDF-format är inte uppmärkt. Samma uppgifter finns på sidan och som kalkylblad.',
    en: 'The PDF file of a settlement is not tagged. The same facts are on the page and in the spreadsheet.',
  },
  {
    sv: 'Rubrikerna på samiska och finska på patientens blad är inte granskade av en översättare.',
    en: 'The Sami and Finnish headings of the patient’s sheet have not been checked by a translator.',
  },
  {
    sv: 'Beskrivningen för programmerare (/api/docs) är inte med i bedömningen.',
    en: 'The description for programmers (/api/docs) is not part of the assessment.',
  },
] as const;

const WORDS = {
  sv: {
    heading: 'Tillgänglighet i Hemgång',
    about:
      'Den här redogörelsen gäller alla sidor i Hemgång och de blad som skrivs ut till patienter. Vi bygger för WCAG 2.2 nivå AA, som innehåller det som lagen om tillgänglighet till digital offentlig service (2018:1937) kräver.',
    howFound: 'Hur vi har bedömt',
    found: ({ on, version, screens, looks, faults }: Assessment) =>
      `Redogörelsen skrivs av det prov som går igenom varje sida. Den ${on} öppnades ${screens} sidor i en riktig webbläsare, med innehåll, tomma och utan svar från servern, i ljust och mörkt läge, med läsarens egna färger, på en telefon och så stora att bara 320 bildpunkter är kvar i bredd: ${looks} bilder. axe-core ${version} fann ${faults} fel mot WCAG 2.0–2.2 A och AA och mot god sed, och ingen sida behövde rullas i sidled. Ett sådant prov hittar ungefär hälften av alla fel.`,
    keys: 'Att allt går att göra med tangentbordet provas för varje yrkesgrupps vanligaste uppgifter.',
    shortcomings: 'Det här vet vi brister, eller har inte prövats',
    tell: 'Säg till oss',
    how: 'Är något svårt att läsa, höra eller använda? Säg till den som förvaltar Hemgång hos dig. Du ska få ett svar, och det du behöver på ett sätt som fungerar för dig.',
    supervision:
      'Myndigheten för digital förvaltning (Digg) har tillsyn över lagen. Dit kan du vända dig om du inte är nöjd med svaret.',
  },
  en: {
    heading: 'Accessibility of Hemgång',
    about:
      'This statement covers every page of Hemgång and the sheets that are printed for patients. We build for WCAG 2.2 level AA, which contains what the Swedish act on accessibility of digital public services (2018:1937) asks for.',
    howFound: 'How we have assessed it',
    found: ({ on, version, screens, looks, faults }: Assessment) =>
      `The statement is written by the test that goes through every page. On ${on}, ${screens} pages were opened in a real browser, with contents, empty and without an answer of the server, in light and dark mode, with the reader’s own colours, on a telephone and so large that only 320 pixels of width are left: ${looks} looks. axe-core ${version} found ${faults} faults against WCAG 2.0–2.2 A and AA and against best practice, and no page had to be scrolled sideways. Such a test finds about half of all faults.`,
    keys: 'That everything can be done with the keyboard is tested for the main tasks of each role.',
    shortcomings: 'What we know to be wanting, or has not been tried',
    tell: 'Tell us',
    how: 'Is something hard to read, hear or use? Tell whoever administers Hemgång where you are. You shall get an answer, and what you need in a way that works for you.',
    supervision:
      'The Agency for Digital Government (Digg) supervises the act. You can turn to it if you are not content with the answer.',
  },
} as const;

/** On which day it was assessed, as the page has it. */
export function assessedOn(page: string): string {
  return /Den (\d{4}-\d{2}-\d{2}) öppnades/.exec(page)?.[1] ?? '';
}

/** The page of the statement, in Swedish and English, without scripts. */
export function statementOf(assessment: Assessment): string {
  const page = html`<html lang="sv">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <title>${WORDS.sv.heading}</title>
      <link rel="stylesheet" href="/tillganglighet.css" />
    </head>
    <body>
      <header><a href="/">Hemgång</a></header>
      <main>
        <h1>${WORDS.sv.heading}</h1>
        ${part('sv', assessment)}
        <section lang="en" aria-labelledby="en">
          <h2 id="en">${WORDS.en.heading}</h2>
          ${part('en', assessment)}
        </section>
      </main>
    </body>
  </html>`;
  return `<!doctype html>\n${page.text}\n`;
}

function part(language: 'sv' | 'en', assessment: Assessment): Markup {
  const words = WORDS[language];
  const level = language === 'sv' ? 'h2' : 'h3';
  const heading = (text: string): Markup => html`<${level}>${text}</${level}>`;
  return html`<p>${words.about}</p>
    ${heading(words.howFound)}
    <p>${words.found(assessment)}</p>
    <p>${words.keys}</p>
    ${heading(words.shortcomings)}
    <ul>
      ${SHORTCOMINGS.map((each) => html`<li>${each[language]}</li>`)}
    </ul>
    ${heading(words.tell)}
    <p>${words.how}</p>
    <p>${words.supervision}</p>`;
}
