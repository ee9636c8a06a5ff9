import type { Message } from '../api/types';
import { choiceLabel } from '../form/field-words';
import { fill, type Language } from '../language';
import { formatClock, formatDay } from '../time';
import { messageTexts } from './texts';

type Receiver = Message['receivers'][number];
type By = Pick<Message['sent'], 'unit' | 'person'>;

/** Who did something: the person where she may be known, and where. */
export function whoOf({ unit, person }: By): string {
  return person === null ? unit.name : `${person.name}, ${unit.name}`;
}

/** How a message stands at one receiver: read by whom and when, awaited, forwarded. */
export function receiptLines(
  { word, wordText, dueAt, acknowledged, forwarded }: Receiver,
  language: Language,
  format: (at: string) => string,
): string[] {
  const t = messageTexts(language);
  const by = (one: By & { readonly at: string }) => ({ time: format(one.at), who: whoOf(one) });
  const standing = () => {
    if (acknowledged !== null) {
      return fill(acknowledged.answer === null ? t.acknowledgedBy : t.answeredBy, by(acknowledged));
    }
    if (word === 'owed' && dueAt !== null) return fill(t.dueAt, { time: format(dueAt) });
    return wordText;
  };
  return [
    ...forwarded.map((one) =>
      fill(one.handedOver ? t.handedOverTo : t.forwardedTo, { ...by(one), unit: one.to.name }),
    ),
    standing(),
  ];
}

/**
 * A message as plain text for one's own record: what it is, from whom, to whom, when, its words and who
 * has acknowledged it. Made of what the reader sees already.
 */
export function messageAsText(message: Message, language: Language): string {
  const t = messageTexts(language);
  const { category, priority, sent, receivers, text, attachments, struckBy } = message;
  // A record outlives the year: its times have one.
  const format = (at: string) => `${formatDay(at)} ${formatClock(at)}`;
  const urgent = priority === 'acute' ? `, ${t.acute.toLowerCase()}` : '';
  const struck = struckBy === null ? '' : ` (${t.struck.toLowerCase()})`;
  const files = attachments.map(({ id, name }) => name ?? id).join(', ');
  return [
    `${t.inHemgang}: ${choiceLabel('category', category, language)}${urgent}${struck}`,
    `${t.from}: ${whoOf(sent)}`,
    `${t.to}: ${receivers.map(({ unit }) => unit.name).join('; ')}`,
    `${t.sent}: ${format(sent.at)}`,
    ...(files === '' ? [] : [`${t.files}: ${files}`]),
    '',
    text ?? t.notTold,
    '',
    `${t.receipts}:`,
    ...receivers.map(
      (receiver) => `${receiver.unit.name}: ${receiptLines(receiver, language, format).join('; ')}`,
    ),
  ].join('\n');
}
