import { formatInstant, html, Markup, said, type Instant, type Piece } from '@hemgang/kernel';
import type { CaseView, UnitView } from '../case-view';
import type { ContactView, HandoverView } from '../discharge/discharge-view';

/** What only some types of case tell. */
interface More {
  readonly handovers?: readonly HandoverView[];
  readonly contacts?: readonly ContactView[];
  readonly expectedDischargeAt?: Instant | null;
}

const STYLE = `
  body { font: 11pt/1.35 system-ui, sans-serif; margin: 1.5rem; color: #111; background: #fff }
  article { border-top: 2px solid #111; padding: .5rem 0; break-inside: avoid }
  h1 { font-size: 16pt } h2 { font-size: 13pt; margin: .2rem 0 } h3 { font-size: 11pt; margin: .4rem 0 0 }
  ul { margin: 0; padding-left: 1.2rem } p { margin: .2rem 0 }`;

/**
 * The open cases of a unit on paper, as its staff are shown them. In Swedish, for Swedish wards. Every
 * word that somebody has written is escaped.
 */
export function snapshotPage(unit: UnitView, madeAt: Instant, cases: readonly CaseView[]): string {
  const title = `${unit.name}, läget ${when(madeAt)}`;
  const page = html`<html lang="sv">
    <head>
      <meta charset="utf-8" />
      <title>${title}</title>
      ${new Markup(`<style>${STYLE}</style>`)}
    </head>
    <body>
      <h1>${title}</h1>
      <p>
        Det som har hänt efteråt står inte här. Sekretess: förvara och förstör som journalhandling.
      </p>
      ${cases.length === 0 ? html`<p>Inga öppna ärenden.</p>` : cases.map(article)}
    </body>
  </html>`;
  return `<!doctype html>\n${page.text}\n`;
}

function article(view: CaseView & More): Markup {
  const { patient, protection, stateText, why, expectedDischargeAt } = view;
  const who = patient === null ? ['Okänd eller skyddad'] : [patient.name, patient.number];
  return html`<article>
    <h2>${who.join(', ')}</h2>
    ${paragraph(protection === null ? null : protection.text)}
    ${paragraph(patient?.address ?? null)} ${paragraph(`${stateText}. ${why}`)}
    ${paragraph(expectedDischargeAt == null ? null : `Beräknad utskrivning ${when(expectedDischargeAt)}`)}
    ${section('Att göra', duties(view))} ${section('Mottagare och telefon', parties(view))}
    ${section('Utlovat', promised(view))} ${section('Närstående', relatives(view))}
  </article>`;
}

function duties({ duties: all }: CaseView): readonly string[] {
  return all
    .filter(({ closedAt }) => closedAt === null)
    .map(({ title, owner, dueAt, text }) =>
      [
        dueAt === null ? 'utan tid' : `senast ${when(dueAt)}`,
        title,
        owner.unit.name,
        owner.unit.phone,
        ...(text === null ? [] : [text]),
      ].join(', '),
    );
}

function parties({ parties: all }: CaseView): readonly string[] {
  const lines = all.map(({ unit, acknowledgedAt }) => {
    const answered = acknowledgedAt === null ? '' : `, har kvitterat ${when(acknowledgedAt)}`;
    return `${unit.name}, ${unit.phone}${answered}`;
  });
  return [...new Set(lines)];
}

function promised({ handovers }: More): readonly string[] {
  return (handovers ?? []).map(({ unit, text, canReceiveFrom, plannedStart, executor }) =>
    [
      unit.name,
      text,
      ...(canReceiveFrom === null ? [] : [`kan ta emot från ${when(canReceiveFrom)}`]),
      ...(plannedStart === null ? [] : [`första besök ${when(plannedStart)}`]),
      ...(executor === null ? [] : [`utförs av ${executor.name}, ${executor.phone}`]),
    ].join(', '),
  );
}

function relatives({ contacts }: More): readonly string[] {
  return (contacts ?? []).map(({ name, relation, phone }) =>
    [name, relation, ...(phone === null ? [] : [phone])].join(', '),
  );
}

function section(heading: string, lines: readonly string[]): Piece {
  if (lines.length === 0) return null;
  return html`<h3>${heading}</h3>
    <ul>
      ${lines.map((line) => html`<li>${said(line)}</li>`)}
    </ul>`;
}

function paragraph(text: string | null): Piece {
  return text === null ? null : html`<p>${said(text)}</p>`;
}

function when(at: Instant): string {
  return formatInstant(at, 'sv');
}
