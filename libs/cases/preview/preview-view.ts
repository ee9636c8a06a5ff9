import type { Instant, LocalDate } from '@hemgang/kernel';
import type { CaseWrite, DutyRow, PartyRow, StoredDuty } from '@hemgang/store';
import type { Told } from '../case-type';
import { caseTypeOf } from '../case-types';
import type { DutyView, OpeningView, UnitView } from '../case-view';
import { dutyView } from '../duty-view';
import type { EventView } from '../event-view';
import { unitView } from '../names';
import { openingView } from '../opening-view';
import { liabilityClock } from './liability-clock';

/** What a command would lead to, told as the timeline will tell it to who gives it. */
export interface PreviewView {
  /** Units that are told, and who reads there now; null: not told to who gives it. */
  readonly told: readonly ToldUnitView[] | null;
  /** Duties that begin. */
  readonly opened: readonly DutyView[];
  /** Duties that end. */
  readonly closed: readonly DutyView[];
  /** Duties that go on with another time or owner, as they are afterwards. */
  readonly moved: readonly DutyView[];
  /** Where the case stands afterwards; null: where it stands now. */
  readonly state: { readonly word: string; readonly text: string } | null;
  /** Whether the days of betalningsansvar begin or cease to be reckoned; null: neither. */
  readonly clock: ClockView | null;
}

export interface ToldUnitView {
  readonly unit: UnitView;
  /** Null for a unit outside the county, and where the reader may not know which unit it is. */
  readonly opening: OpeningView | null;
}

export interface ClockView {
  readonly is: 'starts' | 'stops';
  /** When it starts or stops. */
  readonly at: Instant;
  /** The first day that may cost the municipality something; null when it stops. */
  readonly liableFrom: LocalDate | null;
}

/**
 * What a write would change, for whoever reads the case: nothing that she would not see afterwards. Pure.
 * @param told the case as it is
 */
export function previewView(told: Told, write: CaseWrite): PreviewView {
  const after = afterwards(told, write);
  const shown = caseTypeOf(told.rows.case.type);
  const [event] = shown.events(after, [write.event]);
  const views = dutyViews(after);
  const of = (ids: readonly { readonly id: string }[] = []) =>
    ids.flatMap(({ id }) => views.get(id) ?? []);
  const opened = of(event?.opened);
  const moved = of(event?.moved);
  return {
    told: after.mask.has('process') ? toldUnits(after, write, event, [...opened, ...moved]) : null,
    opened,
    closed: of(event?.closed),
    moved,
    state: stateAfter(told, after),
    clock: liabilityClock(told, after),
  };
}

/** The case as it would be told when the write had been made. */
function afterwards(told: Told, { state, word, endedAt, event, ...write }: CaseWrite): Told {
  const { rows } = told;
  const stored = { ...rows.case, state, version: event.seq, word, endedAt };
  return {
    ...told,
    rows: {
      ...rows,
      case: stored,
      duties: merged(rows.duties, write.duties.map(asStored), ({ id }) => id),
      parties: merged(rows.parties, write.parties, partyKey).filter(({ until }) => until === null),
    },
  };
}

function asStored(duty: DutyRow): StoredDuty {
  const { closedAt, due } = duty;
  return { ...duty, breached: closedAt !== null && due !== null && due < closedAt };
}

const partyKey = ({ unit, handover }: PartyRow): string => `${unit} ${handover}`;

function merged<Row>(
  rows: readonly Row[],
  newer: readonly Row[],
  keyOf: (row: Row) => string,
): readonly Row[] {
  return [...new Map([...rows, ...newer].map((row) => [keyOf(row), row])).values()];
}

function dutyViews(after: Told): ReadonlyMap<string, DutyView> {
  const { directory, now, workflow, rows } = after;
  const context = { directory, now, language: after.reader.language };
  return new Map(rows.duties.map((row) => [row.id, dutyView(context, workflow, row, null)]));
}

/** Whom it is told to, and whoever is told only that something begins there. */
function toldUnits(
  after: Told,
  { outbox }: CaseWrite,
  event: EventView | undefined,
  duties: readonly DutyView[],
): readonly ToldUnitView[] {
  const { directory, now } = after;
  const owners = new Set(duties.map(({ owner }) => owner.unit.id));
  const noticed = outbox
    .filter(({ job }) => job === 'deliver-notices')
    .map(({ receiver }) => unitView(directory, receiver))
    .filter(({ id }) => owners.has(id));
  const units = new Map([...(event?.told ?? []), ...noticed].map((unit) => [unit.id, unit]));
  return [...units.values()].map((unit) => {
    const known = directory.unit(unit.id);
    const isHere = known !== undefined && known.external === null;
    return { unit, opening: isHere ? openingView(directory, known, now) : null };
  });
}

function stateAfter(told: Told, after: Told): PreviewView['state'] {
  const [now, then] = [stateIn(told), stateIn(after)];
  return now.text === then.text ? null : then;
}

function stateIn({ rows, reader, directory }: Told): NonNullable<PreviewView['state']> {
  const own = rows.parties.filter(({ unit }) => unit === reader.unit);
  const line = {
    case: rows.case,
    places: own.map(({ handover }) => handover),
    person: null,
    isAssigned: own.length > 0 && own.every(({ kind }) => kind === 'executor'),
  };
  const { state, stateText } = caseTypeOf(rows.case.type).line(line, reader, directory);
  return { word: state, text: stateText };
}
