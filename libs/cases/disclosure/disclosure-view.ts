import type { Instant } from '@hemgang/kernel';
import type { PartyRow, StoredDisclosure } from '@hemgang/store';
import type { Told } from '../case-type';
import type { EntryView, UnitView } from '../case-view';
import { personView, unitView } from '../names';
import { strangerSince } from '../stranger';
import { basisRule, basisText } from './bases';
import { WITHHELD_WORDS, type Withheld } from './basis-for';

/** Which entry went to which controller on which ground, decided by whom and when (PDL 3:11). */
export interface DisclosureView {
  /** The event that handed it out. */
  readonly seq: number;
  readonly entry: string;
  /** The event whose content it is, when it was handed on later; null: the event's own. */
  readonly source: number | null;
  readonly to: { readonly id: string; readonly name: string };
  /** Null: it stayed. */
  readonly basis: string | null;
  /** The ground in words, or why it stayed. */
  readonly text: string;
  /** The rule that it goes, or stays, by. */
  readonly rule: string | null;
  /** Nobody named the ground: that there was one was taken for granted. */
  readonly assumed: boolean;
  readonly by: {
    readonly unit: UnitView | null;
    readonly person: { readonly id: string; readonly name: string } | null;
  };
  readonly at: Instant;
}

/** As what a unit is a party that only carries out help. */
const EXECUTOR = 'executor';

/**
 * What the reader's controller handed out, and what it was handed as far as the case shows it to the
 * reader's unit. What went between two others is theirs to note.
 * @param entries what the case shows to the reader
 */
export function disclosureViews(
  told: Told,
  found: readonly StoredDisclosure[],
  entries: readonly EntryView[],
): DisclosureView[] {
  const shown = new Set(entries.map(({ seq }) => seq));
  return found
    .filter((one) => isOwn(told, one) || (isTo(told, one) && shown.has(one.seq)))
    .map((one) => disclosureView(told, one));
}

function isTo({ reader }: Told, { controller, basis }: StoredDisclosure): boolean {
  return controller === reader.controller && basis !== null;
}

/** Units of one controller answer for it together; who only carries out help answers for itself. */
function isOwn({ rows, reader, directory }: Told, { unit, seq }: StoredDisclosure): boolean {
  const places = rows.parties.filter((party) => party.unit === reader.unit);
  const last = strangerSince(
    rows.case.state,
    places.map(({ handover }: PartyRow) => handover),
  );
  if (last !== null && seq > last) return false;
  if (places.every(({ kind }) => kind === EXECUTOR)) return unit === reader.unit;
  return unit !== null && directory.controllerOf(unit)?.id === reader.controller;
}

function disclosureView(
  { directory, reader: { language } }: Told,
  one: StoredDisclosure,
): DisclosureView {
  const { seq, entry, source, controller, basis, assumed, why, rule, unit, decidedBy, at } = one;
  return {
    ...{ seq, entry, source, basis, assumed, at },
    to: { id: controller, name: directory.controller(controller)?.name ?? controller },
    text: (basis === null ? WITHHELD_WORDS[why as Withheld] : basisText(basis))[language],
    rule: basis === null ? rule : basisRule(basis),
    by: {
      unit: unit === null ? null : unitView(directory, unit),
      person: personView(directory, decidedBy),
    },
  };
}
