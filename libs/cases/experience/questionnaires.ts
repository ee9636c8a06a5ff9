import type { Text } from '@hemgang/kernel';

/** What is asked about, in the order in which it is shown. */
export const EXPERIENCE_KINDS = ['after-discharge', 'after-sip', 'at-follow-up', 'staff'] as const;

export type ExperienceKind = (typeof EXPERIENCE_KINDS)[number];

/** Said of a statement: from 5 to 1; 0 says nothing and counts in no mean. */
export const ANSWERS: readonly { readonly value: number; readonly text: Text }[] = [
  { value: 5, text: { sv: 'Stämmer helt', en: 'Entirely true' } },
  { value: 4, text: { sv: 'Stämmer till stor del', en: 'Mostly true' } },
  { value: 3, text: { sv: 'Stämmer delvis', en: 'Partly true' } },
  { value: 2, text: { sv: 'Stämmer knappt', en: 'Hardly true' } },
  { value: 1, text: { sv: 'Stämmer inte alls', en: 'Not true at all' } },
  { value: 0, text: { sv: 'Vet inte', en: 'Do not know' } },
];

/** The questions of one kind. Who changes one raises the version: means of two are never mixed. */
export interface Questionnaire {
  readonly version: number;
  readonly title: Text;
  /** Key by key; an answer is kept under it. */
  readonly questions: Readonly<Record<string, Text>>;
}

export const QUESTIONNAIRES: Readonly<Record<ExperienceKind, Questionnaire>> = {
  'after-discharge': {
    version: 1,
    title: { sv: 'Hur gick hemgången?', en: 'How did going home go?' },
    questions: {
      informed: {
        sv: 'Jag visste i god tid när jag skulle åka hem.',
        en: 'I knew in good time when I would go home.',
      },
      took_part: {
        sv: 'Jag fick vara med och bestämma om det som rörde mig.',
        en: 'I took part in deciding what concerned me.',
      },
      understood: {
        sv: 'Jag förstod vad som skulle hända efter att jag kommit hem.',
        en: 'I understood what would happen after I came home.',
      },
      help_in_place: {
        sv: 'Den hjälp jag behövde fanns när jag kom hem.',
        en: 'The help I needed was there when I came home.',
      },
      whom_to_call: {
        sv: 'Jag vet vem jag ska ringa om det inte fungerar.',
        en: 'I know whom to call if it does not work.',
      },
    },
  },
  'after-sip': {
    version: 1,
    title: { sv: 'Hur gick planeringen (SIP)?', en: 'How did the planning (SIP) go?' },
    questions: {
      what_matters: {
        sv: 'Vi pratade om det som är viktigt för mig.',
        en: 'We talked about what matters to me.',
      },
      took_part: {
        sv: 'Jag fick vara med och bestämma vad planen ska innehålla.',
        en: 'I took part in deciding what is in the plan.',
      },
      right_people: {
        sv: 'De som behövdes var med på mötet.',
        en: 'Those who were needed were at the meeting.',
      },
      who_does_what: {
        sv: 'Jag vet vem som ska göra vad.',
        en: 'I know who is to do what.',
      },
    },
  },
  'at-follow-up': {
    version: 1,
    title: { sv: 'Hur fungerar det nu?', en: 'How does it work now?' },
    questions: {
      as_agreed: {
        sv: 'Det vi kom överens om har blivit av.',
        en: 'What we agreed on has been done.',
      },
      works_together: {
        sv: 'De som hjälper mig samarbetar med varandra.',
        en: 'Those who help me work together.',
      },
      safe: { sv: 'Jag känner mig trygg hemma.', en: 'I feel safe at home.' },
      whom_to_call: {
        sv: 'Jag vet vem jag ska ringa om det inte fungerar.',
        en: 'I know whom to call if it does not work.',
      },
    },
  },
  staff: {
    version: 1,
    title: { sv: 'Hur fungerar samverkan?', en: 'How does working together work?' },
    questions: {
      in_time: {
        sv: 'Vi får det vi behöver veta i tid.',
        en: 'We are told what we need to know in time.',
      },
      right_information: {
        sv: 'Det vi får veta räcker för att ta över.',
        en: 'What we are told is enough to take over.',
      },
      reachable: {
        sv: 'Vi når den vi behöver prata med hos de andra.',
        en: 'We reach whom we need to talk to at the others.',
      },
      easier: {
        sv: 'Hemgång gör arbetet lättare.',
        en: 'Hemgång makes the work easier.',
      },
    },
  },
};
