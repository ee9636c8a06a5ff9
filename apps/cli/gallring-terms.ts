import { TERM_KINDS, type RetentionTerm, type TermKind, type TermRefusal } from '@hemgang/cases';
import { formatInstant, type Language, type Text } from '@hemgang/kernel';
import { z } from 'zod';
import { cannot, type Command } from './command';
import { GALLRING_KINDS } from './gallring';
import { withService } from './with-service';

const newTerm = z.object({
  controller: z.string().min(1),
  kind: z.enum(TERM_KINDS as readonly [TermKind, ...TermKind[]]),
  years: z.coerce.number().int().min(1).max(99),
  source: z.string().trim().min(1),
  by: z.string().min(1),
});

const WHY: Readonly<Record<TermRefusal, Text>> = {
  'unknown-controller': { sv: 'Den finns inte i katalogen.', en: 'It is not in the directory.' },
  'not-an-administrator': {
    sv: 'Tiden anges av en administratör hos den personuppgiftsansvariga: --by är hens uppdrag.',
    en: 'A term is entered by an administrator of the controller: --by is their assignment.',
  },
  'below-the-law': {
    sv: 'Kortare än lagen kräver får ingen tid vara.',
    en: 'No term may be shorter than the law asks for.',
  },
};

/** How long a controller keeps what, with source and confidence. */
export const gallringTermsList: Command = {
  name: 'gallring terms list',
  usage: '--controller ID',
  summary: {
    sv: 'visar hur länge en personuppgiftsansvarig sparar vad, med källa och säkerhet',
    en: 'shows how long a controller keeps what, with source and confidence',
  },
  switches: [],
  values: ['controller'],
  operands: 0,
  run: (call) =>
    withService(call, async (service) => {
      const { controller } = call.values;
      if (controller === undefined) return cannot('Ange --controller.', 'Give --controller.');
      if (service.directory().controller(controller) === undefined) {
        return { code: 2, why: WHY['unknown-controller'] };
      }
      const terms = Object.values(await service.auditing.gallring.terms.of(controller));
      return {
        code: 0,
        lines: terms.map((term) => lineOf(term, call.language)),
        data: { terms },
      };
    }),
};

/** Enters how long a controller keeps a kind of file, or its log. What was entered before stays readable. */
export const gallringTermsAdd: Command = {
  name: 'gallring terms add',
  usage: '--controller ID --kind KIND --years N --source TEXT --by ASSIGNMENT',
  summary: {
    sv: 'anger hur länge en personuppgiftsansvarig sparar något, aldrig kortare än lagen kräver',
    en: 'enters how long a controller keeps something, never shorter than the law asks for',
  },
  switches: [],
  values: ['controller', 'kind', 'years', 'source', 'by'],
  operands: 0,
  async run(call) {
    const { data: term } = newTerm.safeParse(call.values);
    if (term === undefined) {
      const kinds = TERM_KINDS.join(', ');
      return cannot(
        `Ange personuppgiftsansvarig, slag (${kinds}), hela år, källa och vem.`,
        `Give controller, kind (${kinds}), whole years, source and who.`,
      );
    }
    return withService(call, async ({ auditing: { gallring } }) => {
      const entered = await gallring.terms.enter(term);
      if (entered !== 'entered') return { code: 2, why: WHY[entered] };
      const now = (await gallring.terms.of(term.controller))[term.kind];
      return { code: 0, lines: [lineOf(now, call.language)], data: now };
    });
  },
};

function lineOf(
  { kind, years, minimum, rule, source, confidence, entered }: RetentionTerm,
  language: Language,
): string {
  const text: Text = {
    sv: `${years} år (minst ${minimum}, ${rule})`,
    en: `${years} years (at least ${minimum}, ${rule})`,
  };
  const parts = [
    text[language],
    source,
    confidence,
    ...(entered === null ? [] : [`${formatInstant(entered.at, language)}, ${entered.by}`]),
  ];
  return `${GALLRING_KINDS[kind][language]}: ${parts.join(' · ')}`;
}
