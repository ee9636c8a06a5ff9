import type { Instant, Refusal } from '@hemgang/kernel';
import { dischargeContext, type Ending } from '@workflows/discharge';
import type { Destination } from '@workflows/handover';
import { atagandeViews } from '../atagande-view';
import type { Told } from '../case-type';
import type { UnitView } from '../case-view';
import { unitView } from '../names';
import { nameOnPaper } from '../patient-view';
import type { ReadinessView } from './discharge-view';
import { informationIn } from './notice-sheet';
import { readinessViews } from './readiness-view';
import { answersAlways, sheetReceivers, type SheetReceiver } from './sheet-receivers';

/** Something that a unit has taken on and not done yet. */
interface SheetPromise {
  readonly unit: UnitView;
  readonly text: string;
  readonly dueAt: Instant;
}

/**
 * What a patient takes home on paper (2017:612 3:3, patientlagen 3:2 b). Facts alone; the page has
 * the words.
 */
export interface PatientSheet {
  /** Null: nobody has told the reader, or her identity is protected: nothing of her stands on paper. */
  readonly name: string | null;
  readonly isProtected: boolean;
  readonly ward: UnitView;
  /** Whether somebody answers there at every hour, also on the day of the homecoming. */
  readonly wardAnswersAlways: boolean;
  /** Null: not known, or the time has passed and she is still there. */
  readonly expectedDischargeAt: Instant | null;
  readonly leftAt: Instant | null;
  readonly destination: Destination | null;
  readonly receivers: readonly SheetReceiver[];
  /** A common plan of region and municipality, and whether the units have been called to make it. */
  readonly sip: 'none' | 'offered' | 'called';
  readonly promises: readonly SheetPromise[];
  /** The ward's list before going home, without what is not needed. */
  readonly readiness: readonly Pick<ReadinessView, 'item' | 'status'>[];
  /** What the ward has written to those who take over, in its own words. */
  readonly information: readonly string[];
  readonly printedAt: Instant;
}

/** After these nobody goes home from the ward. */
const NO_HOMECOMING: readonly (Ending | undefined)[] = ['transferred', 'deceased', 'makulerad'];

const NO_SHEET: Refusal = {
  code: 'NOT_FOUND',
  detail: {
    sv: 'Det finns inget blad att skriva ut: vårdtillfället slutade inte med en hemgång.',
    en: 'There is no sheet to print: the stay did not end with going home.',
  },
};

/** The sheet as of now, from what the reader's controller knows. Pure. */
export function patientSheet(told: Told): PatientSheet | Refusal {
  const { rows, reader, directory, now } = told;
  const { state } = rows.case;
  const { unit, ending, leftAt, diedAt, expectedDischargeAt, ...stay } = dischargeContext(state);
  if (diedAt !== null || NO_HOMECOMING.includes(ending)) return NO_SHEET;
  const isProtected = told.shield !== null;
  const isToCome = expectedDischargeAt !== null && expectedDischargeAt > now;
  return {
    name: nameOnPaper(told),
    isProtected,
    ward: unitView(directory, unit),
    wardAnswersAlways: answersAlways(directory, unit, now),
    expectedDischargeAt: isToCome ? expectedDischargeAt : null,
    leftAt,
    destination: stay.destination ?? null,
    receivers: sheetReceivers(told),
    sip: sipOf(stay.sips ?? []),
    promises: isProtected ? [] : promisesIn(told),
    readiness: readinessViews(stay.readiness ?? {}, directory, reader)
      .filter(({ status }) => status !== 'not-needed')
      .map(({ item, status }) => ({ item, status })),
    information: isProtected ? [] : informationIn(rows.contents, stay.information),
    printedAt: now,
  };
}

function sipOf(
  sips: readonly {
    readonly calledAt?: Instant | undefined;
    readonly declined?: true | undefined;
  }[],
): PatientSheet['sip'] {
  const wanted = sips.filter(({ declined }) => declined !== true);
  if (wanted.length === 0) return 'none';
  return wanted.some(({ calledAt }) => calledAt !== undefined) ? 'called' : 'offered';
}

/** Only those whose words the reader's controller was told. */
function promisesIn({ rows, directory, reader }: Told): SheetPromise[] {
  return atagandeViews(rows.case.state, rows.contents, directory, reader).flatMap(
    ({ owner, text, dueAt, word }) =>
      word === 'owned' && text !== null ? [{ unit: owner, text, dueAt }] : [],
  );
}
