import type { NoticeSheet } from '@hemgang/cases';
import { formatDate, html, type Instant, localDate, localTime, type Piece } from '@hemgang/kernel';
import { pageOf, pagePolicy } from '../pages/page';

/** Black on white, one column, nothing that a printer would cut. */
const STYLE = `
  body { font: 12pt/1.45 serif; margin: 2cm auto; max-width: 17cm; color: #000; background: #fff }
  h1 { font-size: 18pt; margin: 0 0 .5cm } h2 { font-size: 13pt; margin: .7cm 0 .2cm }
  address { font-style: normal; white-space: pre-line } dt { font-weight: bold } dd { margin: 0 0 .2cm }
  .text { white-space: pre-line } footer { margin-top: 1cm; font-size: 10pt }`;

/** As strict as for every page without scripts. */
export const NOTICE_POLICY = pagePolicy(STYLE);

/** A page without anything around it, to be printed and sent. */
export function noticePage(sheet: NoticeSheet): string {
  const { ward, receiver, contact, printedAt } = sheet;
  const to = [contact?.organisation, receiver.name, contact?.address, `Tfn ${receiver.phone}`];
  return pageOf({
    language: 'sv',
    title: 'Meddelande från vårdavdelning',
    style: STYLE,
    body: html`<address>${to.filter((line) => line !== undefined).join('\n')}</address>
      <h1>${title(sheet)}</h1>
      ${patientPart(sheet)} ${stayPart(sheet)} ${informationPart(sheet)} ${askedPart(sheet)}
      <h2>Kontakt</h2>
      <p>
        ${ward.name}, telefon ${ward.phone}. Kvittera och svara genom att ringa avdelningen; den
        antecknar ert svar.
      </p>
      <footer>Utskrivet ${time(printedAt)}. Innehållet omfattas av sekretess.</footer>`,
  });
}

function title({ diedAt, leftAt, utskrivningsklarAt }: NoticeSheet): string {
  if (diedAt !== null) return 'Meddelande om att en patient har avlidit';
  if (leftAt !== null) return 'Utskrivningsmeddelande';
  return utskrivningsklarAt === null
    ? 'Inskrivningsmeddelande'
    : 'Underrättelse om utskrivningsklar patient';
}

function patientPart({ patient, protection }: NoticeSheet): Piece {
  if (protection !== null) return protectedPart(protection);
  if (patient === null) return null;
  const { name, number, address } = patient;
  return facts('Patient', [
    ['Namn', name],
    ['Personnummer', number],
    ['Folkbokföringsadress', address ?? 'ej känd'],
  ]);
}

/** Nothing of her stands on paper: who asks is told by telephone, by those who are named. */
function protectedPart({ contacts }: NonNullable<NoticeSheet['protection']>): Piece {
  const lines = contacts.map(
    ({ controller, names, phone }) =>
      html`<li>${controller}: ${names.join(', ')}, telefon ${phone}</li>`,
  );
  return html`<h2>Patient</h2>
    <p>Skyddade personuppgifter. Ring någon av dessa personer, så får du veta vem det gäller.</p>
    ${
      lines.length === 0
        ? null
        : html`<ul>
            ${lines}
          </ul>`
    }`;
}

function stayPart(sheet: NoticeSheet): Piece {
  const { admittedAt, expectedDischargeAt, utskrivningsklarAt, leftAt, diedAt } = sheet;
  return facts('Vårdtillfället', [
    ['Inskriven', time(admittedAt)],
    ...row('Beräknad utskrivning', leftAt === null ? expectedDischargeAt : null),
    ...row('Utskrivningsklar enligt behandlande läkare', utskrivningsklarAt),
    ...row('Lämnade avdelningen', leftAt),
    ...row('Avliden', diedAt),
  ]);
}

function informationPart({ information }: NoticeSheet): Piece {
  if (information.length === 0) return null;
  const texts = information.map((text) => html`<p class="text">${text}</p>`);
  return html`<h2>Utskrivningsinformation</h2>
    ${texts}`;
}

function askedPart({ asked }: NoticeSheet): Piece {
  if (asked.length === 0) return null;
  const lines = asked.map(
    ({ title: what, due }) =>
      html`<li>${what}${due === null ? null : `, senast ${time(due)}`}</li>`,
  );
  return html`<h2>Vi ber er om detta</h2>
    <ul>
      ${lines}
    </ul>`;
}

function row(label: string, at: Instant | null): [string, string][] {
  return at === null ? [] : [[label, time(at)]];
}

function facts(heading: string, rows: readonly (readonly [string, string])[]): Piece {
  const lines = rows.map(
    ([label, value]) =>
      html`<dt>${label}</dt>
        <dd>${value}</dd>`,
  );
  return html`<h2>${heading}</h2>
    <dl>${lines}</dl>`;
}

/** With the year, because paper is read long after: `ons 4/3 2026 kl. 10:00`. */
function time(at: Instant): string {
  const day = localDate(at);
  return `${formatDate(day, 'sv')} ${day.slice(0, 4)} kl. ${localTime(at)}`;
}
