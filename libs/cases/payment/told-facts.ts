import type { Instant } from '@hemgang/kernel';
import type { PaymentEvent, PaymentEventType } from '@workflows/payment';
import { factOf, toldUnitAt, type StandingLine, type Told } from './log-line';
import type { ReceivingUnits, Telling } from './receiving-units';

/** An event of the ledger before it has its number, and what it rests on in the logs. */
export interface DraftEvent extends Omit<PaymentEvent, 'id'> {
  readonly events: readonly string[];
}

/** A judgement that the patient is utskrivningsklar, whom it was told, and its withdrawal. */
export interface Judgement {
  readonly type: 'utskrivningsklar-sent' | 'opt-decision-notified';
  readonly told: readonly Telling[];
  readonly withdrawn: Told<Instant> | null;
}

/**
 * The lines from which on what is told holds: that the patient needs nobody, or was somebody else,
 * takes back whatever was told before.
 */
export function inForce(lines: readonly StandingLine[]): readonly StandingLine[] {
  const reset = lines.findLastIndex(
    ({ type }) => type === 'no-need' || type === 'move-wrong-person',
  );
  return lines.slice(reset + 1);
}

/** Who was told of the admission. */
export function admissionTold(
  lines: readonly StandingLine[],
  units: ReceivingUnits,
): readonly Telling[] {
  return lines.flatMap((line) => units.told(line, 'inskrivningsmeddelande'));
}

/** The judgements of a stay, one after another. */
export function judgements(
  lines: readonly StandingLine[],
  units: ReceivingUnits,
): readonly Judgement[] {
  const all: Judgement[] = [];
  for (const line of lines) {
    const last = all.at(-1);
    if (line.type === 'mark-utskrivningsklar') {
      const isCompulsory = line.payload['basis'] === 'open-compulsory-care';
      const type = isCompulsory ? 'opt-decision-notified' : 'utskrivningsklar-sent';
      all.push({ type, told: units.told(line, 'utskrivningsklar'), withdrawn: null });
    } else if (last?.withdrawn === null) {
      all[all.length - 1] =
        line.type === 'withdraw-utskrivningsklar'
          ? { ...last, withdrawn: { value: line.occurredAt, events: [line.id] } }
          : { ...last, told: [...last.told, ...units.told(line, 'utskrivningsklar')] };
    }
  }
  return all;
}

/** How a stay ended: command, the fact that says when, what the ledger calls it. */
const ENDS: Readonly<Record<string, readonly [fact: string, type: PaymentEventType]>> = {
  discharge: ['leftAt', 'discharged'],
  'transfer-to-region': ['leftAt', 'transferred-out'],
  'register-death': ['diedAt', 'deceased'],
};

/** What ended the stay, also a death after it. */
export function endsOf(lines: readonly StandingLine[]): readonly DraftEvent[] {
  return lines.flatMap((line) => {
    const [fact, type] = ENDS[line.type] ?? [];
    if (fact === undefined || type === undefined) return [];
    const { value, events } = factOf(line, fact, line.occurredAt);
    return [{ type, at: value, events }];
  });
}

interface Leave {
  readonly from: Instant;
  readonly until: Instant;
  readonly events: readonly string[];
}

/** Nights on leave. Who notes another leave before the last one is over has put it right. */
export function leavesOf(lines: readonly StandingLine[]): readonly DraftEvent[] {
  const leaves: Leave[] = [];
  for (const line of lines) {
    const last = leaves.at(-1);
    const isOn = last !== undefined && last.until > line.occurredAt;
    if (line.type === 'note-permission') {
      if (isOn) leaves.pop();
      const { from, until } = line.payload as { readonly from: Instant; readonly until: Instant };
      leaves.push({ from, until, events: [line.id] });
    } else if (line.type === 'end-permission' && isOn) {
      leaves.pop();
      // Called off before it began, it never was.
      if (last.from < line.occurredAt) {
        leaves.push({ ...last, until: line.occurredAt, events: [...last.events, line.id] });
      }
    }
  }
  return leaves.flatMap(({ from, until, events }): DraftEvent[] => [
    { type: 'permission-start', at: from, events },
    { type: 'permission-end', at: until, events },
  ]);
}

/**
 * Whether the region's open care is clear (5:5): not before every unit of it that was told of the
 * admission has said that its measures are there, or is no receiver any more.
 */
export function openCareOf(
  lines: readonly StandingLine[],
  units: ReceivingUnits,
  isOpenCare: (unit: string) => boolean,
): readonly DraftEvent[] {
  const unclear = new Set<string>();
  const drafts: DraftEvent[] = [];
  for (const line of lines) {
    const before = unclear.size > 0;
    const told = units.told(line, 'inskrivningsmeddelande').filter(({ unit }) => isOpenCare(unit));
    told.forEach(({ handover }) => unclear.add(handover));
    const handover = (line.payload['receiver'] ?? line.machine ?? '') as string;
    const unit = units.at(handover) ?? '';
    if (OPEN_CARE_ENDS.includes(line.type)) unclear.delete(handover);
    if (line.type === 'clarify-open-care') {
      if (line.payload['available'] === true) unclear.delete(handover);
      else unclear.add(handover);
    }
    if (before === unclear.size > 0) continue;
    const type = before ? 'open-care-clarified' : 'open-care-unavailable';
    const { value: at, events } = told[0] ?? toldUnitAt(line, unit);
    drafts.push({ type, at, events });
  }
  return drafts;
}

const OPEN_CARE_ENDS = ['remove-receiver', 'reject', 'withdraw-party'];

/** The patient's no to the measures, as the municipality's own units have answered it. */
export function oppositionOf(
  lines: readonly StandingLine[],
  units: ReceivingUnits,
  isOfPayer: (unit: string) => boolean,
): readonly DraftEvent[] {
  const opposed = new Set<string>();
  return lines.flatMap((line): DraftEvent[] => {
    const unit = line.type === 'answer' ? units.at(line.machine ?? '') : undefined;
    if (unit === undefined || !isOfPayer(unit)) return [];
    const { value: at, events } = toldUnitAt(line, unit);
    if (line.payload['answer'] === 'declined') {
      opposed.add(unit);
      return [{ type: 'measures-opposed', at, events }];
    }
    const isLast = opposed.delete(unit) && opposed.size === 0;
    return isLast ? [{ type: 'measures-opposition-withdrawn', at, events }] : [];
  });
}

/** The judgements as a municipality was told them; nothing of one that none of its units was told in time. */
export function noticesOf(
  all: readonly Judgement[],
  isOfPayer: (unit: string) => boolean,
): readonly DraftEvent[] {
  let free: Instant = '';
  return all.flatMap(({ type, told, withdrawn }): DraftEvent[] => {
    const right = told.filter(({ unit, sentBack }) => isOfPayer(unit) && sentBack !== true);
    const [first] = [...right].sort((a, b) => (a.value < b.value ? -1 : 1));
    if (first === undefined) return [];
    // One after another, whatever was registered afterwards of when it was told.
    const at = first.value < free ? free : first.value;
    const notice = { type, at, events: first.events };
    if (withdrawn === null) return [notice];
    if (withdrawn.value <= at) return [];
    free = withdrawn.value;
    const { value, events } = withdrawn;
    return [notice, { type: 'utskrivningsklar-withdrawn', at: value, events }];
  });
}
