import type { Text } from '../language';

/** Who hides, who blocks, who opens in an emergency. */
export const protectionTexts = {
  protectedIdentity: { sv: 'Skyddade personuppgifter', en: 'Protected identity' },
  protectedNamed: {
    sv: 'Du är en av dem som får veta vem det gäller. Adressen visas för ingen: kontakt går via Skatteverkets förmedling.',
    en: 'You are one of those who may know who it is. The address is shown to nobody: contact goes through the Swedish Tax Agency.',
  },
  protectedOthers: {
    sv: 'Du ser vad som ska göras, men inte vem det gäller. Ring den som är utsedd.',
    en: 'You see what is to be done, but not who it is about. Call whoever is named.',
  },
  handledOutside: {
    sv: 'Ärendet hanteras utanför verktyget: bara tider och utfall sparas, inget av det ni skriver.',
    en: 'The case is handled outside the tool: times and outcomes are kept, nothing of what you write.',
  },
  isBlocked: {
    sv: 'Det finns spärrade uppgifter hos en annan enhet hos vårdgivaren.',
    en: 'There are blocked entries at another unit of the care provider.',
  },
  objectsSince: {
    sv: 'Patienten motsätter sig sedan {time} att mer än det lagen kräver lämnas ut.',
    en: 'Since {time} the patient opposes that more than the law demands is disclosed.',
  },
  seenInEmergency: {
    sv: 'Du läser ärendet i en nödöppning till {time}. Allt du öppnar loggas och granskas.',
    en: 'You read the case in an emergency opening until {time}. All that you open is logged and reviewed.',
  },
  emergency: { sv: 'Nödöppning', en: 'Emergency opening' },
  emergencyLead: {
    sv: 'Öppnar det som andra enheter hos din egen vårdgivare har om en patient, för läsning i en timme. Din förvaltare får veta det genast och granskar det.',
    en: 'Opens what other units of your own care provider hold of a patient, to be read for an hour. Your administrator is told at once and reviews it.',
  },
  emergencyReason: { sv: 'Varför', en: 'Why' },
  emergencyWords: { sv: 'Beskriv kort', en: 'Describe in short' },
  emergencyDo: { sv: 'Öppna patientens ärenden', en: 'Open the cases of the patient' },
  emergencyOpen: { sv: 'Öppet till {time}', en: 'Open until {time}' },
  emergencyStay: { sv: 'Vårdtillfälle', en: 'Stay' },
  review: { sv: 'Granskning', en: 'Review' },
  reviewLead: {
    sv: 'Nödöppningar hos er som ingen har granskat. Vems uppgifter som lästes står i loggen.',
    en: 'Emergency openings at your side that nobody has reviewed. Whose data were read stands in the log.',
  },
  reviewNothing: { sv: 'Det finns inget att granska.', en: 'There is nothing to review.' },
  reviewTimes: { sv: 'Öppet {from} – {until}.', en: 'Open {from} – {until}.' },
  reviewReads: { sv: 'Läst {n} gånger.', en: 'Read {n} times.' },
  reviewWords: { sv: 'Din bedömning i ord', en: 'Your judgement in words' },
  reviewApprove: { sv: 'Godkänn', en: 'Approve' },
  reviewQuestion: { sv: 'Ifrågasätt', en: 'Question' },
} as const satisfies Record<string, Text>;
