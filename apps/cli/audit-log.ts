import { extractText, operator } from '@hemgang/access';
import type { Text } from '@hemgang/kernel';
import { CASE_ID, NO_CASE_ID } from './case-id';
import { cannot, type Command, type Outcome } from './command';
import { periodOf, writtenTo } from './period-file';
import { withService } from './with-service';

const UNKNOWN: Text = { sv: 'Den finns inte i katalogen.', en: 'It is not in the directory.' };

/** Writes the access log of one controller in the national format. */
export const auditLogExport: Command = {
  name: 'audit log-export',
  usage: '--controller ID --from YYYY-MM-DD --to YYYY-MM-DD --file FILE',
  summary: {
    sv: 'skriver åtkomstloggen för en personuppgiftsansvarig i det nationella formatet (XML)',
    en: 'writes the access log of one controller in the national format (XML)',
  },
  switches: [],
  values: ['controller', 'from', 'to', 'file'],
  operands: 0,
  run: (call) =>
    withService(call, async ({ auditing: { logExport } }) => {
      const period = periodOf(call);
      const { controller, file } = call.values;
      if (period === null || controller === undefined || file === undefined) return missing();
      const reader = operator(call.language);
      const records = await logExport.national(controller, period, reader);
      if (records === null) return { code: 2, why: UNKNOWN };
      const lines = (await writtenTo(file, records)) - 2;
      const text: Text = { sv: `${lines} loggposter skrivna.`, en: `${lines} records written.` };
      return { code: 0, lines: [text[call.language]], data: { controller, ...period, lines } };
    }),
};

/** Writes who has read about a patient at one controller, for the patient. */
export const auditExtract: Command = {
  name: 'audit extract',
  usage: '--controller ID --case ID --from YYYY-MM-DD --to YYYY-MM-DD --file FILE [--names]',
  summary: {
    sv: 'skriver patientens loggutdrag på klarspråk (PDL 8:5); --names efter sekretessprövning',
    en: "writes the patient's log extract in plain words (PDL 8:5); --names after a secrecy test",
  },
  switches: ['names'],
  values: ['controller', 'case', 'from', 'to', 'file'],
  operands: 0,
  run: (call) =>
    withService(call, async ({ auditing: { logExport, gallring } }) => {
      const period = periodOf(call);
      const { controller, file, case: caseId } = call.values;
      if (period === null || controller === undefined || file === undefined) return missing();
      if (caseId === undefined || !CASE_ID.test(caseId)) return { code: 2, why: NO_CASE_ID };
      const person = await gallring.personOf(caseId);
      if (person === null) return cannot('Ärendet finns inte.', 'There is no such case.');
      const reader = operator('sv');
      const asked = { ...period, withStaff: call.switches.has('names') };
      const extract = await logExport.extract(controller, person, asked, reader);
      if (extract === null) return { code: 2, why: UNKNOWN };
      const { items } = extract;
      await writtenTo(file, [extractText(extract.controller.name, period, items)]);
      const text: Text = {
        sv: `${items.length} rader skrivna.`,
        en: `${items.length} lines written.`,
      };
      return { code: 0, lines: [text[call.language]], data: { controller, lines: items.length } };
    }),
};

function missing(): Outcome {
  return cannot(
    'Ange --controller, --file och dagarna --from och --to (ÅÅÅÅ-MM-DD).',
    'Give --controller, --file and the days --from and --to (YYYY-MM-DD).',
  );
}
