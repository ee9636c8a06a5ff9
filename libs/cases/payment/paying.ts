import { localDate, type Citation, type Instant, type LocalDate } from '@hemgang/kernel';
import {
  registeredAnew,
  responsible,
  withRole,
  type Belonging,
  type ResponsibleMunicipality,
} from '@workflows/discharge';
import type { StandingLine, Told } from './log-line';

/** The municipality that pays on some of the days of a stay (2017:612 5:2). */
export interface PayingMunicipality {
  /** SCB code; null: none is known. */
  readonly municipality: string | null;
  readonly rule: Citation;
  /** The day of the admission for the first one. */
  readonly from: LocalDate;
  /** The first day on which it is another; null: it still is. */
  readonly until: LocalDate | null;
  readonly events: readonly string[];
}

interface Belongs {
  readonly belonging: Belonging;
  /** The events that say where the patient was folkbokförd at the admission. */
  readonly home: readonly string[];
  /** What changed since, and the event that said so. */
  readonly changes: ReadonlyMap<ResponsibleMunicipality, string>;
}

/**
 * Who pays from which day, in the order of the days. It follows the folkbokföring, unless a
 * municipality has placed the patient; an entry of the role overrules both from its day on.
 */
export function payingMunicipalities(
  lines: readonly StandingLine[],
  admittedAt: Told<Instant>,
): readonly PayingMunicipality[] {
  const nothing: Belonging = {
    admittedAt: admittedAt.value,
    home: null,
    placedBy: null,
    municipalities: [],
  };
  const start: Belongs = { belonging: nothing, home: [], changes: new Map() };
  const { belonging, home, changes } = lines.reduce(after, start);
  const roles = responsible(belonging).filter(({ role }) => role === 'pays');
  const first = localDate(admittedAt.value);
  const known = roles[0] !== undefined && roles[0].from <= first ? [] : [unknownFrom(first)];
  return [...known, ...roles]
    .map((entry): PayingMunicipality => {
      const said = changes.get(entry);
      const { municipality, basis: rule, from } = entry;
      return { municipality, rule, from, until: null, events: said === undefined ? home : [said] };
    })
    .reduce(joined, [])
    .filter(({ from, until }) => until === null || (from < until && until > first));
}

function unknownFrom(from: LocalDate): ResponsibleMunicipality {
  return { role: 'pays', municipality: null, from, basis: '2017:612 5:2' };
}

/** The same municipality going on is one; another one ends it. */
function joined(
  before: readonly PayingMunicipality[],
  next: PayingMunicipality,
): readonly PayingMunicipality[] {
  const last = before.at(-1);
  if (last === undefined) return [next];
  if (last.municipality === next.municipality && last.rule === next.rule) return before;
  return [...before.slice(0, -1), { ...last, until: next.from }, next];
}

function after(known: Belongs, line: StandingLine): Belongs {
  const { belonging, home } = known;
  switch (line.type) {
    case 'admit': {
      const placedBy = (line.payload['placedBy'] ?? null) as string | null;
      return {
        ...known,
        belonging: { ...belonging, home: homeGiven(line), placedBy },
        home: [line.id],
      };
    }
    case 'identify-patient':
      return homeGiven(line) === null
        ? known
        : {
            ...known,
            belonging: { ...belonging, home: homeGiven(line) },
            home: [...home, line.id],
          };
    // Somebody else: where the first one belonged is not hers.
    case 'split-patient':
    case 'move-wrong-person':
      return {
        belonging: { ...belonging, home: homeGiven(line), placedBy: null, municipalities: [] },
        home: [line.id],
        changes: new Map(),
      };
    case 'change-folkbokforing': {
      const { municipality = null, from } = line.payload as {
        readonly municipality?: string;
        readonly from: LocalDate;
      };
      return changed(known, line, registeredAnew(belonging, municipality, from));
    }
    case 'assign-municipality': {
      const { role, municipality, from, basis } =
        line.payload as unknown as ResponsibleMunicipality;
      const entry = { role, municipality, from, basis };
      return changed(known, line, withRole(belonging.municipalities, entry));
    }
    default:
      return known;
  }
}

function changed(
  { belonging, home, changes }: Belongs,
  { id }: StandingLine,
  municipalities: readonly ResponsibleMunicipality[],
): Belongs {
  const said = municipalities.map((entry) => [entry, changes.get(entry) ?? id] as const);
  return { belonging: { ...belonging, municipalities }, home, changes: new Map(said) };
}

function homeGiven({ given }: StandingLine): string | null {
  const person = given['person'] as { readonly municipality?: string | null } | undefined;
  return person?.municipality ?? null;
}
