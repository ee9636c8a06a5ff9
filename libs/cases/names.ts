import type { Reader } from '@hemgang/access';
import type { Directory, Unit, UnitKind } from '@hemgang/directory';
import type { Instant, Text } from '@hemgang/kernel';
import type { PersonView, ReceiverUnitView, UnitView } from './case-view';
import { openingView } from './opening-view';

/** A unit by name and phone. A unit that has left the directory keeps its id as name. */
export function unitView(directory: Directory, id: string): UnitView {
  const unit = directory.unit(id);
  return { id: unit?.id ?? id, name: unit?.name ?? id, phone: unit?.phone ?? '' };
}

/** A unit as one of those that a patient can be handed over to, and who reads there now. */
export function receiverUnitView(directory: Directory, unit: Unit, now: Instant): ReceiverUnitView {
  const { id, name, phone, kind, municipality, external } = unit;
  const isOutside = external !== null;
  const opening = isOutside ? null : openingView(directory, unit, now);
  return { id, name, phone, kind, municipality, external: isOutside, contact: external, opening };
}

/** A member of staff by name; null when nobody. */
export function personView(directory: Directory, id: string | null): PersonView | null {
  if (id === null) return null;
  const staff = directory.staff(id);
  return { id: staff?.id ?? id, name: staff?.name ?? id };
}

/** Whose eyes a directory is made for. */
export type Looking = Pick<Reader, 'controller' | 'language'>;

/**
 * The directory as somebody may see it beside a patient: a unit whose very name tells something
 * (psychiatry, addiction, family care) is for others than its own controller a neutral unit of its
 * huvudman with the number of the switchboard, and its staff are nobody in particular. One stands for
 * all of a kind, so that nothing tells two of them apart.
 * @param isKnown whether the reader has been told on a legal ground which unit it is
 */
export function directoryFor(
  directory: Directory,
  { controller, language }: Looking,
  isKnown: (unit: string) => boolean = () => false,
): Directory {
  const hides = ({ id, sensitive, controller: its }: Unit) =>
    sensitive && its !== controller && !isKnown(id);
  const hidesStaff = (id: string) => {
    const units = directory.assignmentsOfStaff(id).map(({ unit }) => directory.unit(unit));
    return units.length > 0 && units.every((unit) => unit !== undefined && hides(unit));
  };
  // Everything else of it is as it is: who belongs where, and what its rows are.
  return Object.create(directory, {
    unit: {
      value: (id: string): Unit | undefined => {
        const unit = directory.unit(id);
        // What is neutral already stays as it is.
        const isWhole = unit?.id === id;
        return unit !== undefined && isWhole && hides(unit)
          ? neutral(directory, unit, language)
          : unit;
      },
    },
    staff: {
      value: (id: string) => {
        const staff = directory.staff(id);
        return staff !== undefined && hidesStaff(id) ? NOBODY[language] : staff;
      },
    },
  }) as Directory;
}

/** Facts of an event that name units or people, as the directory shows these. */
export function factsFor<Facts>(directory: Directory, facts: Facts): Facts {
  const shown = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return directory.unit(value)?.id ?? directory.staff(value)?.id ?? value;
    }
    if (Array.isArray(value)) return value.map(shown);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [shown(name), shown(inner)]),
    );
  };
  return shown(facts) as Facts;
}

/**
 * A body in which somebody names a unit as she sees it, with the unit that it is; as it was where
 * no party, or more than one, looks like that to her.
 * @param parties units of the case
 */
export function meantUnits<Body>(body: Body, parties: readonly string[], seen: Directory): Body {
  const meant = new Map<string, string | null>();
  for (const unit of new Set(parties)) {
    const shown = seen.unit(unit)?.id ?? unit;
    if (shown !== unit) meant.set(shown, meant.has(shown) ? null : unit);
  }
  if (meant.size === 0) return body;
  const real = (value: unknown): unknown => {
    if (typeof value === 'string') return meant.get(value) ?? value;
    if (Array.isArray(value)) return value.map(real);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, real(inner)]));
  };
  return real(body) as Body;
}

/** What a unit is to those who may not know which; the id is an address within the case. */
const NEUTRAL: Readonly<Record<UnitKind, Text & { readonly id: string }>> = {
  ward: { id: 'vardavdelning', sv: 'Vårdavdelning', en: 'Ward' },
  halsocentral: { id: 'oppenvard', sv: 'Öppenvård', en: 'Outpatient care' },
  'specialist-open-care': { id: 'oppenvard', sv: 'Öppenvård', en: 'Outpatient care' },
  'municipal-social': { id: 'socialtjanst', sv: 'Socialtjänst', en: 'Social services' },
  'home-care': { id: 'socialtjanst', sv: 'Socialtjänst', en: 'Social services' },
  'short-term': { id: 'socialtjanst', sv: 'Socialtjänst', en: 'Social services' },
  'municipal-health': { id: 'vard', sv: 'Hälso- och sjukvård', en: 'Health care' },
  rehab: { id: 'vard', sv: 'Hälso- och sjukvård', en: 'Health care' },
  'payer-admin': { id: 'administration', sv: 'Administration', en: 'Administration' },
};

const NOBODY = {
  sv: { id: 'medarbetare', name: 'Medarbetare' },
  en: { id: 'medarbetare', name: 'Member of staff' },
} as const;

function neutral(directory: Directory, unit: Unit, language: keyof Text): Unit {
  const huvudman = directory.huvudmanOf(unit.id);
  const words = NEUTRAL[unit.kind];
  const { id = unit.controller, name = unit.controller, switchboard = '' } = huvudman ?? {};
  return {
    ...unit,
    id: `${id}-${words.id}`,
    name: `${words[language]}, ${name}`,
    phone: switchboard,
    municipality: null,
    ownWard: null,
    external: null,
  };
}
