import type { CaseFault } from '@hemgang/cases';
import type { Text } from '@hemgang/kernel';
import type { Command } from './command';
import { withService } from './with-service';

/** More have one common cause. */
const SHOWN_MAX = 200;

/** Pages between two lines of progress. */
const TOLD_EVERY = 1_000;

const WORDS: Readonly<Record<CaseFault, Text>> = {
  gap: { sv: 'händelser saknas', en: 'events are missing' },
  hash: { sv: 'en händelse har ändrats', en: 'an event has been changed' },
  content: { sv: 'ett innehåll har ändrats', en: 'a content has been changed' },
  state: { sv: 'loggen ger ett annat läge', en: 'the log gives another state' },
  duties: { sv: 'arbetslistorna visar annat', en: 'the worklists show something else' },
};

/** Computes anew what is stored of every case, from its log. */
export const verify: Command = {
  name: 'verify',
  usage: '',
  summary: {
    sv: 'räknar om alla ärenden från loggen och säger vilka som inte stämmer',
    en: 'computes all cases anew from the log and says which do not fit',
  },
  switches: [],
  operands: 0,
  run: (call) =>
    withService(call, async ({ verification }) => {
      const { language, stopping } = call;
      const progress = (looked: number): void => {
        if (looked % TOLD_EVERY === 0) call.tell(String(looked));
      };
      const { looked, faulty, isWhole } = await verification.all(progress, stopping);
      const sum: Text = {
        sv: `${looked} ärenden lästa${isWhole ? '' : ', sedan avbrutet'}, ${faulty.length} stämmer inte.`,
        en: `${looked} cases read${isWhole ? '' : ', then stopped'}, ${faulty.length} do not fit.`,
      };
      const lines = faulty
        .slice(0, SHOWN_MAX)
        .map(({ caseId, faults }) =>
          [caseId, faults.map((fault) => WORDS[fault][language]).join(', ')].join('  '),
        );
      return {
        code: isWhole && faulty.length === 0 ? 0 : 1,
        lines: [...lines, sum[language]],
        data: { looked, faulty, isWhole },
      };
    }),
};
