import type { Text } from '@hemgang/kernel';

/** What the fields of a case are about. A mask is a set of these. */
export const FIELD_GROUPS = [
  'frame',
  'part',
  'plan',
  'process',
  'patient',
  'contents',
  'confidential',
  'money',
  'hints',
] as const;

export type FieldGroup = (typeof FIELD_GROUPS)[number];

/** The field groups that somebody is shown. */
export type Mask = ReadonlySet<FieldGroup>;

export const NOTHING_SHOWN: Mask = new Set();

export const FIELD_GROUP_TEXTS: Readonly<Record<FieldGroup, Text>> = {
  frame: { sv: 'ärendets ram: att det finns, läge, tider', en: 'that there is a case, its state' },
  part: { sv: 'den egna delen: uppgifter och parter', en: 'its duties and parties' },
  plan: { sv: 'när och vart patienten ska', en: 'when and where the patient goes' },
  process: { sv: 'vad de andra gör och har gjort', en: 'what the others do and have done' },
  patient: { sv: 'vem det gäller', en: 'who it is about' },
  contents: { sv: 'det som har lämnats ut till er', en: 'what was disclosed to the controller' },
  confidential: { sv: 'bara för egna vården', en: 'for the care that wrote it only' },
  money: { sv: 'dagar och belopp', en: 'days and amounts' },
  hints: { sv: 'vad du kan göra', en: 'what the reader may do' },
};
