import { dutyTitles, WorkflowRegistry } from '@hemgang/cases';
import { instantAt, type Language } from '@hemgang/kernel';
import { mailOf, smsOf, type AllowedWords } from '@hemgang/notify';
import type { Command } from './command';

const EXAMPLE_LINK = 'https://hemgang.example/avisering/00000000-0000-4000-8000-000000000000';
const EXAMPLE_DUE = instantAt('2026-11-26', '13:00');

/** Shows what an e-mail and an SMS say, in both languages, with invented figures. */
export const noticesPreview: Command = {
  name: 'notices preview',
  usage: '',
  summary: {
    sv: 'visar hur e-post och SMS ser ut, på svenska och engelska',
    en: 'shows what e-mail and SMS look like, in Swedish and English',
  },
  switches: [],
  operands: 0,
  run: () => {
    const titleOf = dutyTitles(new WorkflowRegistry());
    const words = (acute: boolean): AllowedWords => ({
      acute,
      cases: 3,
      kinds: [
        { title: titleOf('kvittens'), cases: 2, due: EXAMPLE_DUE },
        { title: null, cases: 1, due: null },
      ],
      views: 1,
      link: EXAMPLE_LINK,
      meetings: acute ? 0 : 1,
    });
    const previews = (['sv', 'en'] as const).flatMap((language: Language) =>
      [false, true].map((acute) => ({
        mail: mailOf(words(acute), language),
        sms: smsOf(words(acute), language).text,
      })),
    );
    const lines = previews.flatMap(({ mail, sms }) => [
      ...['=== e-post / e-mail', mail.subject, '', mail.text],
      ...['=== SMS', sms, ''],
    ]);
    return Promise.resolve({ code: 0, lines, data: { previews } });
  },
};
