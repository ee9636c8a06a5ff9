import type { Text } from '../language';

/** Categories and consequences of an avvikelse, as the forms offer them. */
export const avvikelseChoices: Readonly<Record<string, Text>> = {
  'category.information-saknades': { sv: 'Information saknades', en: 'Information was missing' },
  'category.for-sent-meddelande': {
    sv: 'Meddelandet kom för sent',
    en: 'The notice came too late',
  },
  'category.kvittens-uteblev': {
    sv: 'Kvittens eller svar uteblev',
    en: 'No kvittens or answer',
  },
  'category.lakemedel': {
    sv: 'Läkemedel eller läkemedelslista',
    en: 'Medicines or the list of them',
  },
  'category.hjalpmedel': { sv: 'Hjälpmedel', en: 'Assistive devices' },
  'category.ingen-motte-hemma': { sv: 'Ingen mötte hemma', en: 'Nobody was there at home' },
  'category.for-tidig-utskrivning': { sv: 'För tidig utskrivning', en: 'Discharged too early' },
  'category.fel-mottagare': {
    sv: 'Skickat till fel mottagare',
    en: 'Sent to the wrong receiver',
  },
  'category.annat': { sv: 'Annat', en: 'Something else' },
  'consequence.ingen': { sv: 'Ingen känd följd', en: 'No known consequence' },
  'consequence.risk': { sv: 'Risk för skada', en: 'Risk of harm' },
  'consequence.fordrojning': { sv: 'Hemgången blev försenad', en: 'Going home was delayed' },
  'consequence.skada': { sv: 'Skada eller försämring', en: 'Harm or deterioration' },
};
