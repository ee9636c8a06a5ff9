import { createHash } from 'node:crypto';
import type { NoticeSheet } from '@hemgang/cases';
import { formatDate, localDate, localTime, type Instant } from '@hemgang/kernel';

/** Black on white, one column, nothing that a printer would cut. */
const STYLE = `
  body { font: 12pt/1.45 serif; margin: 2cm auto; max-width: 17cm; color: #000; background: #fff }
  h1 { font-size: 18pt; margin: 0 0 .5cm } h2 { font-size: 13pt; margin: .7cm 0 .2cm }
  address { font-style: normal; white-space: pre-line } dt { font-weight: bold } dd { margin: 0 0 .2cm }
  .text { white-space: pre-line } footer { margin-top: 1cm; font-size: 10pt }`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** As strict as for every page of ours, and the one style below. */
export const NOTICE_POLICY = [
  "default-src 'self'",
  `style-src 'sha256-${STYLE_HASH}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** A page without anything around it, to be printed and sent. Every text in it is escaped. */
export function noticePage(sheet: NoticeSheet): string {
  const { ward, receiver, contact, printedAt } = sheet;
  const to = [contact?.organisation, receiver.name, contact?.address, `Tfn ${receiver.phone}`];
  return [
    '<!doctype html>',
    '<html lang="sv"><head><meta charset="utf-8"><title>Meddelande från vårdavdelning</title>',
    `<style>${STYLE}</style></head><body>`,
    `<address>${escaped(to.filter((line) => line !== undefined).join('\n'))}</address>`,
    `<h1>${title(sheet)}</h1>`,
    patientPart(sheet),
    stayPart(sheet),
    informationPart(sheet),
    askedPart(sheet),
    '<h2>Kontakt</h2>',
    `<p>${escaped(ward.name)}, telefon ${escaped(ward.phone)}. Kvittera och svara genom att ringa avdelningen; den antecknar ert svar.</p>`,
    `<footer>Utskrivet ${time(printedAt)}. Innehållet omfattas av sekretess.</footer>`,
    '</body></html>',
  ].join('\n');
}

function title({ diedAt, leftAt, utskrivningsklarAt }: NoticeSheet): string {
  if (diedAt !== null) return 'Meddelande om att en patient har avlidit';
  if (leftAt !== null) return 'Utskrivningsmeddelande';
  return utskrivningsklarAt === null
    ? 'Inskrivningsmeddelande'
    : 'Underrättelse om utskrivningsklar patient';
}

function patientPart({ patient, protection }: NoticeSheet): string {
  if (protection !== null) return protectedPart(protection);
  if (patient === null) return '';
  const { name, number, address } = patient;
  return facts('Patient', [
    ['Namn', name],
    ['Personnummer', number],
    ['Folkbokföringsadress', address ?? 'ej känd'],
  ]);
}

/** Nothing of her stands on paper: who asks is told by telephone, by those who are named. */
function protectedPart({ contacts }: NonNullable<NoticeSheet['protection']>): string {
  const lines = contacts.map(
    ({ controller, names, phone }) =>
      `<li>${escaped(`${controller}: ${names.join(', ')}, telefon ${phone}`)}</li>`,
  );
  return [
    '<h2>Patient</h2>',
    '<p>Skyddade personuppgifter. Ring någon av dessa personer, så får du veta vem det gäller.</p>',
    ...(lines.length === 0 ? [] : ['<ul>', ...lines, '</ul>']),
  ].join('\n');
}

function stayPart(sheet: NoticeSheet): string {
  const { admittedAt, expectedDischargeAt, utskrivningsklarAt, leftAt, diedAt } = sheet;
  return facts('Vårdtillfället', [
    ['Inskriven', time(admittedAt)],
    ...row('Beräknad utskrivning', leftAt === null ? expectedDischargeAt : null),
    ...row('Utskrivningsklar enligt behandlande läkare', utskrivningsklarAt),
    ...row('Lämnade avdelningen', leftAt),
    ...row('Avliden', diedAt),
  ]);
}

function informationPart({ information }: NoticeSheet): string {
  if (information.length === 0) return '';
  const texts = information.map((text) => `<p class="text">${escaped(text)}</p>`);
  return ['<h2>Utskrivningsinformation</h2>', ...texts].join('\n');
}

function askedPart({ asked }: NoticeSheet): string {
  if (asked.length === 0) return '';
  const lines = asked.map(
    ({ title: what, due }) =>
      `<li>${escaped(what)}${due === null ? '' : `, senast ${time(due)}`}</li>`,
  );
  return ['<h2>Vi ber er om detta</h2>', '<ul>', ...lines, '</ul>'].join('\n');
}

function row(label: string, at: Instant | null): [string, string][] {
  return at === null ? [] : [[label, time(at)]];
}

function facts(heading: string, rows: readonly (readonly [string, string])[]): string {
  const lines = rows.map(([label, value]) => `<dt>${label}</dt><dd>${escaped(value)}</dd>`);
  return [`<h2>${heading}</h2>`, '<dl>', ...lines, '</dl>'].join('\n');
}

/** With the year, because paper is read long after: `ons 4/3 2026 kl. 10:00`. */
function time(at: Instant): string {
  const day = localDate(at);
  return `${formatDate(day, 'sv')} ${day.slice(0, 4)} kl. ${localTime(at)}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
