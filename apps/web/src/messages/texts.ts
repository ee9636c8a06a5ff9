import { inBoth, type Words } from '../in-both';
import { useLanguage, type Language, type Text } from '../language';

/** Texts about messages between the parties of a case. */
const texts = {
  messages: { sv: 'Meddelanden', en: 'Messages' },
  none: {
    sv: 'Ingen har skrivit något till er här, och ni har inte skrivit något.',
    en: 'Nobody has written to you here, and you have written nothing.',
  },
  write: { sv: 'Skriv ett meddelande', en: 'Write a message' },
  reply: { sv: 'Svara', en: 'Answer' },
  writeMore: { sv: 'Skriv mer', en: 'Write more' },
  replyTo: { sv: 'Svar till {who}', en: 'Answer to {who}' },
  acknowledge: { sv: 'Kvittera', en: 'Acknowledge' },
  forward: { sv: 'Skicka vidare', en: 'Forward' },
  messageFrom: { sv: 'Meddelande från {who}', en: 'Message from {who}' },
  acute: { sv: 'Akut', en: 'Acute' },
  from: { sv: 'Från', en: 'From' },
  to: { sv: 'Till', en: 'To' },
  sent: { sv: 'Skickat', en: 'Sent' },
  receipts: { sv: 'Kvittens', en: 'Kvittens' },
  files: { sv: 'Bilagor', en: 'Attachments' },
  notTold: { sv: 'Orden är inte lämnade till er.', en: 'The words are not told to you.' },
  struck: { sv: 'Makulerat', en: 'Struck' },
  dueAt: { sv: 'väntar, senast {time}', en: 'awaited, by {time}' },
  acknowledgedBy: { sv: 'kvitterat {time} av {who}', en: 'acknowledged {time} by {who}' },
  answeredBy: { sv: 'besvarat {time} av {who}', en: 'answered {time} by {who}' },
  forwardedTo: {
    sv: 'skickat vidare till {unit} {time} av {who}',
    en: 'forwarded to {unit} {time} by {who}',
  },
  handedOverTo: {
    sv: 'lämnat över till {unit} {time} av {who}',
    en: 'handed over to {unit} {time} by {who}',
  },
  inHemgang: { sv: 'Meddelande i Hemgång', en: 'Message in Hemgång' },
} satisfies Readonly<Record<string, Text>>;

const words = inBoth(texts);

export type MessageTexts = Words<typeof texts>;

/** The texts in a language. */
export function messageTexts(language: Language): MessageTexts {
  return words[language];
}

/** The texts in the reader's language. */
export function useMessageTexts(): MessageTexts {
  return messageTexts(useLanguage().language);
}
