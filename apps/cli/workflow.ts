import type { MovedCases, Service, Versions } from '@hemgang/cases';
import type { Language, Text } from '@hemgang/kernel';
import { cannot, type Call, type Command, type Outcome } from './command';
import { planLines, totalsOf, totalsLine } from './workflow-plan-lines';
import { withService } from './with-service';

/** A version number as it is written. */
const VERSION = /^[1-9]\d{0,5}$/;

const USAGE = 'TYPE VERSION';

/** Shows what taking the open cases over to a version would do to each; nothing is done. */
export const workflowPlan: Command = {
  name: 'workflow plan',
  usage: USAGE,
  summary: {
    sv: 'visar vad en ny version av processen gör med varje öppet ärende, utan att göra det',
    en: 'shows what a new version of the process does to each open case, without doing it',
  },
  switches: [],
  operands: 2,
  run: (call) =>
    onVersion(call, async ({ versions, directory }, type, version) => {
      const cases = await versions.plan(type, version);
      const totals = totalsOf(cases);
      const unitName = (id: string) => directory().unit(id)?.name ?? id;
      const lines = cases.flatMap((each) => planLines(each, unitName, call.language));
      return {
        code: totals.hindered === 0 ? 0 : 1,
        lines: [...lines, totalsLine(totals, call.language)],
        data: { type, version, totals, cases },
      };
    }),
};

/** Takes the open cases over, one by one; may be stopped and run again. */
export const workflowApply: Command = {
  name: 'workflow apply',
  usage: USAGE,
  summary: {
    sv: 'för över varje öppet ärende till en ny version av processen',
    en: 'takes every open case over to a new version of the process',
  },
  switches: [],
  operands: 2,
  run: moving('apply', { sv: 'Överförda', en: 'Taken over' }),
};

/** Takes the cases back that nothing has happened to since. */
export const workflowUndo: Command = {
  name: 'workflow undo',
  usage: USAGE,
  summary: {
    sv: 'för tillbaka de ärenden som inget har hänt i sedan de fördes över',
    en: 'takes the cases back in which nothing has happened since they were taken over',
  },
  switches: [],
  operands: 2,
  run: moving('undo', { sv: 'Tillbakaförda', en: 'Taken back' }),
};

function moving(which: 'apply' | 'undo', moved: Text): (call: Call) => Promise<Outcome> {
  return (call) =>
    onVersion(call, async ({ versions }, type, version) => {
      const done = await versions[which](type, version, call.stopping);
      return {
        code: done.left.length > 0 || done.stopped ? 1 : 0,
        lines: movedLines(done, moved, call.language),
        data: { type, version, ...done },
      };
    });
}

function movedLines(
  { moved, left, stopped }: MovedCases,
  word: Text,
  language: Language,
): string[] {
  const counts: Text = {
    sv: `${word.sv}: ${moved}. Kvar: ${left.length}.`,
    en: `${word.en}: ${moved}. Left: ${left.length}.`,
  };
  const again: Text = {
    sv: 'Avbrutet. Kör kommandot igen för resten.',
    en: 'Stopped. Run the command again for the rest.',
  };
  return [
    ...left.map(({ caseId, why }) => `${caseId}  ${why[language]}`),
    counts[language],
    ...(stopped ? [again[language]] : []),
  ];
}

/** What the commands need of the service. */
type Ground = Pick<Service, 'directory'> & { readonly versions: Versions };

async function onVersion(
  call: Call,
  work: (ground: Ground, type: string, version: number) => Promise<Outcome>,
): Promise<Outcome> {
  const [type = '', version = ''] = call.operands;
  if (!VERSION.test(version)) {
    return cannot('Versionen är ett tal: 2.', 'The version is a number: 2.');
  }
  return withService(call, async (service) => {
    if (service.versions.leadingTo(type, Number(version)).length === 0) {
      return cannot(
        'Ingen överföring till den versionen finns i programmet.',
        'This program has no migration to that version.',
      );
    }
    const directory = () => service.directory();
    return work({ versions: service.versions, directory }, type, Number(version));
  });
}
