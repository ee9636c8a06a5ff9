import type { Text } from '@hemgang/kernel';

/** What went wrong in the collaboration, as both sides count it. */
export const CATEGORY_WORDS = {
  'information-saknades': { sv: 'Information saknades', en: 'Information was missing' },
  'for-sent-meddelande': { sv: 'Meddelandet kom för sent', en: 'The notice came too late' },
  'kvittens-uteblev': { sv: 'Kvittens eller svar uteblev', en: 'No kvittens or answer' },
  lakemedel: { sv: 'Läkemedel eller läkemedelslista', en: 'Medicines or the list of them' },
  hjalpmedel: { sv: 'Hjälpmedel', en: 'Assistive devices' },
  'ingen-motte-hemma': { sv: 'Ingen mötte hemma', en: 'Nobody was there at home' },
  'for-tidig-utskrivning': { sv: 'För tidig utskrivning', en: 'Discharged too early' },
  'fel-mottagare': { sv: 'Skickat till fel mottagare', en: 'Sent to the wrong receiver' },
  annat: { sv: 'Annat', en: 'Something else' },
} as const satisfies Record<string, Text>;

export type Category = keyof typeof CATEGORY_WORDS;

export const CATEGORIES = Object.keys(CATEGORY_WORDS) as readonly Category[];

/** What came of it, as far as the reporter knows. */
export const CONSEQUENCE_WORDS = {
  ingen: { sv: 'Ingen känd följd', en: 'No known consequence' },
  risk: { sv: 'Risk för skada', en: 'Risk of harm' },
  fordrojning: { sv: 'Hemgången blev försenad', en: 'Going home was delayed' },
  skada: { sv: 'Skada eller försämring', en: 'Harm or deterioration' },
} as const satisfies Record<string, Text>;

export type Consequence = keyof typeof CONSEQUENCE_WORDS;

export const CONSEQUENCES = Object.keys(CONSEQUENCE_WORDS) as readonly Consequence[];
