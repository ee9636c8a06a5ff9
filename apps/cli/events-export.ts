import { operator } from '@hemgang/access';
import type { Text } from '@hemgang/kernel';
import { cannot, type Command } from './command';
import { periodOf, writtenTo } from './period-file';
import { withService } from './with-service';

/** What stands before the cases and after them. */
const FRAME = 2;

/** Writes what happened in the cases of a period for process mining, without whom it was about. */
export const eventsExport: Command = {
  name: 'events export',
  usage: '--from YYYY-MM-DD --to YYYY-MM-DD --file FILE',
  summary: {
    sv: 'skriver händelserna i ärenden som öppnats under en tid, pseudonymiserade (IEEE XES)',
    en: 'writes the events of the cases opened in a period, pseudonymised (IEEE XES)',
  },
  switches: [],
  values: ['from', 'to', 'file'],
  operands: 0,
  run: (call) =>
    withService(call, async ({ counted }) => {
      const period = periodOf(call);
      const { file } = call.values;
      if (period === null || file === undefined) {
        return cannot(
          'Ange --file och dagarna --from och --to (ÅÅÅÅ-MM-DD), i den ordningen.',
          'Give --file and the days --from and --to (YYYY-MM-DD), in that order.',
        );
      }
      const pieces = await counted.events.xes(period, operator(call.language));
      const cases = (await writtenTo(file, pieces)) - FRAME;
      const text: Text =
        cases === 1
          ? { sv: '1 ärende skrivet.', en: '1 case written.' }
          : { sv: `${cases} ärenden skrivna.`, en: `${cases} cases written.` };
      return { code: 0, lines: [text[call.language]], data: { ...period, cases } };
    }),
};
