import { ErasureFolder } from '@hemgang/access';
import type {
  AskedGallring,
  GallringPlan,
  NotErased,
  PlannedErasure,
  Service,
} from '@hemgang/cases';
import type { Config } from '@hemgang/config';
import { localDate, type Language, type Text } from '@hemgang/kernel';
import { CASE_ID, NO_CASE_ID } from './case-id';
import { listFaultWords } from './erasure-words';
import { cannot, type Call, type Command, type Outcome } from './command';
import { withService } from './with-service';

const WHY: Readonly<Record<NotErased, Text>> = {
  'unknown-controller': { sv: 'Den finns inte i katalogen.', en: 'It is not in the directory.' },
  future: { sv: 'Dagen har inte varit än.', en: 'The day has not been yet.' },
  'nothing-held': {
    sv: 'Den personuppgiftsansvariga har ingenting om patienten.',
    en: 'The controller holds nothing about the patient.',
  },
};

export const GALLRING_KINDS: Readonly<Record<PlannedErasure['kind'], Text>> = {
  'health-journal': { sv: 'Patientjournal', en: 'Health record' },
  'social-personakt': { sv: 'Personakt i socialtjänsten', en: 'Social services file' },
  'private-social': { sv: 'Personakt hos enskild utförare', en: 'File at a private provider' },
  'child-protection': { sv: 'Handlingar om skydd av barn', en: 'Protection of a child' },
  'access-log': { sv: 'Åtkomstlogg', en: 'Access log' },
  staff: { sv: 'Om personal', en: 'About staff' },
};

const VALUES = ['controller', 'before'];
const USAGE = '--controller ID [--before YYYY-MM-DD]';

/** What was erased must be known also to a database that is restored: it is kept outside. */
const NO_FOLDER = cannot(
  'CHECKPOINT_FOLDER måste ange var gallringar skrivs upp utanför databasen.',
  'CHECKPOINT_FOLDER must name where erasures are kept outside the database.',
);

/** Shows what would be erased; changes nothing. */
export const gallringPlanned: Command = {
  name: 'gallring plan',
  usage: USAGE,
  summary: {
    sv: 'visar vad som kan gallras hos en personuppgiftsansvarig, regel för regel, utan namn',
    en: 'shows what can be erased at a controller, rule by rule, without names',
  },
  switches: [],
  values: VALUES,
  operands: 0,
  run: (call) =>
    withService(call, async (service) => {
      const asked = askedBy(call, service);
      if ('code' in asked) return asked;
      const plan = await service.auditing.gallring.plan(asked);
      if (typeof plan === 'string') return { code: 2, why: WHY[plan] };
      return { code: 0, lines: planLines(plan, call.language), data: plan };
    }),
};

/** Erases what is due. */
export const gallringApply: Command = {
  name: 'gallring apply',
  usage: USAGE,
  summary: {
    sv: 'gallrar det som får gallras; händelser, förseglingar och låsta avräkningar står kvar',
    en: 'erases what is due; events, seals and locked settlements stay',
  },
  switches: [],
  values: VALUES,
  operands: 0,
  run: (call) =>
    withService(call, async (service, config) => {
      const folder = folderOf(config);
      if (folder === null) return NO_FOLDER;
      const asked = askedBy(call, service);
      if ('code' in asked) return asked;
      return erasedOutcome(await service.auditing.gallring.apply(asked, folder), call.language);
    }),
};

/** Destroys one patient's record by an authority's decision (PDL 8:4). */
export const gallringOrder: Command = {
  name: 'gallring order',
  usage: '--controller ID --case ID --decision REFERENCE',
  summary: {
    sv: 'förstör en patients journal hos en personuppgiftsansvarig efter beslut (PDL 8:4)',
    en: "destroys one patient's record at a controller by decision (PDL 8:4)",
  },
  switches: [],
  values: ['controller', 'case', 'decision'],
  operands: 0,
  run: (call) =>
    withService(call, async (service, config) => {
      const folder = folderOf(config);
      if (folder === null) return NO_FOLDER;
      const { controller, case: caseId, decision } = call.values;
      if (controller === undefined || decision === undefined) {
        return cannot('Ange --controller och --decision.', 'Give --controller and --decision.');
      }
      if (caseId === undefined || !CASE_ID.test(caseId)) return { code: 2, why: NO_CASE_ID };
      if (!REFERENCE.test(decision)) {
        return cannot(
          'Beslutets beteckning har fel form, till exempel 3.2.1-12345/2026.',
          'The reference of the decision has the wrong form, for instance 3.2.1-12345/2026.',
        );
      }
      const erased = await service.auditing.gallring.destroy(
        { controller, caseId, decision },
        folder,
      );
      return erasedOutcome(erased, call.language);
    }),
};

/** Repeats erasures that a restore has undone. */
export const afterRestore: Command = {
  name: 'after-restore',
  usage: '',
  summary: {
    sv: 'gör om de gallringar som en återläsning har tagit tillbaka',
    en: 'repeats the erasures that a restore has undone',
  },
  switches: [],
  operands: 0,
  run: (call) =>
    withService(call, async ({ auditing: { gallring } }, config) => {
      const { fault, erased } = await gallring.repeat(folderOf(config));
      if (fault !== null) return { code: 2, why: listFaultWords(fault) };
      return erasedOutcome(erased, call.language);
    }),
};

/** As authorities number their decisions; words would be somebody's name sooner or later. */
const REFERENCE = /^[A-ZÅÄÖ]{0,6}[ -]?[0-9][0-9./:-]{0,39}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

function askedBy({ values }: Call, service: Service): AskedGallring | Outcome {
  const { controller, before } = values;
  if (controller === undefined) return cannot('Ange --controller.', 'Give --controller.');
  const on = before ?? localDate(service.clock.now());
  if (!DAY.test(on) || Number.isNaN(Date.parse(on))) {
    return cannot('Dagen har fel form.', 'The day is malformed.');
  }
  return { controller, on };
}

function folderOf({ checkpointFolder }: Config): ErasureFolder | null {
  return checkpointFolder === undefined ? null : new ErasureFolder(checkpointFolder);
}

function planLines({ erased, kept }: GallringPlan, language: Language): string[] {
  const rows = erased.map(({ rule, kind, persons, cases, copies, lines, oldest, late }) => {
    const what: Text =
      kind === 'access-log' || kind === 'staff'
        ? { sv: `${lines} rader`, en: `${lines} lines` }
        : {
            sv: `${persons} personer, ${cases} ärenden, ${copies} innehåll, ${late} för sena`,
            en: `${persons} persons, ${cases} cases, ${copies} contents, ${late} overdue`,
          };
    const since: Text =
      oldest === null ? { sv: '', en: '' } : { sv: `, äldst ${oldest}`, en: `, oldest ${oldest}` };
    return `${GALLRING_KINDS[kind][language]} (${rule}): ${what[language]}${since[language]}`;
  });
  const { open, notDue, unknown } = kept;
  const rest: Text = {
    sv: `Står kvar: ${open} med pågående ärenden, ${notDue} vars tid inte har gått, ${unknown} där det inte går att veta.`,
    en: `Kept: ${open} with cases under way, ${notDue} not yet due, ${unknown} where nobody can tell.`,
  };
  return [...rows, rest[language]];
}

function erasedOutcome(
  erased: Awaited<ReturnType<Service['auditing']['gallring']['apply']>>,
  language: Language,
): Outcome {
  if (typeof erased === 'string') return { code: 2, why: WHY[erased] };
  const rows = erased.map(({ id, rule, counts }) => {
    const sums = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
    return `${id}  ${rule}  ${sums.join(', ')}`;
  });
  const end: Text = {
    sv: `${erased.length} gallringar gjorda.`,
    en: `${erased.length} erasures carried out.`,
  };
  const data = { erased: erased.map(({ lines: _, ...row }) => row) };
  return { code: 0, lines: [...rows, end[language]], data };
}
