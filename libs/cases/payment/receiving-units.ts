import { UNIT_REPLACED } from '@hemgang/engine';
import type { Instant } from '@hemgang/kernel';
import { dispatchOf } from '@workflows/dispatch';
import { toldUnitAt, type StandingLine, type Told } from './log-line';

/** That a unit was told of the admission, or that the patient is utskrivningsklar. */
export interface Telling extends Told<Instant> {
  readonly unit: string;
  readonly handover: string;
  /** The unit has sent it back as felsänt: another one is concerned. */
  readonly sentBack?: true;
}

/** Commands that bring units in, and the units in the order in which their handovers are numbered. */
const BRINGS_IN: Readonly<Record<string, (line: StandingLine) => readonly unknown[]>> = {
  'send-inskrivningsmeddelande': ({ payload }) => payload['receivers'] as readonly unknown[],
  readdress: ({ payload }) => [payload['unit']],
  'add-receiver': ({ payload }) => [payload['unit']],
  'accept-municipal-transfer': ({ unit }) => [unit],
};

/** That a unit has a handover from an event on. */
interface Holding {
  readonly handover: string;
  readonly unit: string;
  readonly since: number;
}

/** Who has received what in a stay, as its log tells it. */
export class ReceivingUnits {
  private readonly holdings: Holding[] = [];
  /** Units without accounts: everything is carried to them. */
  private readonly outside = new Set<string>();
  private readonly carried: StandingLine[] = [];
  /** Handovers that came back felsänt. */
  private readonly back = new Set<string>();

  /** @param lines of the stay, in order */
  constructor(lines: readonly StandingLine[]) {
    for (const line of lines) {
      this.holdings.push(...this.newHoldings(line));
      const external = (line.given['external'] ?? []) as readonly string[];
      external.forEach((unit) => this.outside.add(unit));
      if (line.type === 'report-sent') this.carried.push(line);
      if (line.type === 'reject' && line.machine !== null) this.back.add(line.machine);
    }
  }

  /** The unit that has a handover, last of all. */
  at(handover: string): string | undefined {
    return this.holdings.findLast((each) => each.handover === handover)?.unit;
  }

  /** Whom a line told an entry, and when each got it; nobody outside before it was carried there. */
  told(line: StandingLine, entry: string): readonly Telling[] {
    const units = line.told.flatMap((each) => (each.entry === entry ? each.units : []));
    return units.flatMap((unit) => {
      const handover = this.holdings.findLast(
        (each) => each.unit === unit && each.since <= line.seq,
      )?.handover;
      if (handover === undefined) return [];
      const got = this.outside.has(unit)
        ? this.carriedAfter(line, handover)
        : toldUnitAt(line, unit);
      if (got === null) return [];
      const back = this.back.has(handover) ? { sentBack: true as const } : {};
      return [{ ...got, unit, handover, ...back }];
    });
  }

  private newHoldings(line: StandingLine): readonly Holding[] {
    const { seq, type, machine, payload } = line;
    if (type === 'forward' && machine !== null) {
      return [{ handover: machine, unit: String(payload['unit']), since: seq }];
    }
    if (type === UNIT_REPLACED) {
      const { from, into } = payload as { readonly from: string; readonly into: string };
      const ids = new Set(this.holdings.map(({ handover }) => handover));
      return [...ids]
        .filter((handover) => this.at(handover) === from)
        .map((handover) => ({ handover, unit: into, since: seq }));
    }
    return (BRINGS_IN[type]?.(line) ?? []).map((unit, index) => ({
      handover: `h${seq}-${index + 1}`,
      unit: String(unit),
      since: seq,
    }));
  }

  private carriedAfter({ id, seq }: StandingLine, handover: string): Told<Instant> | null {
    const by = this.carried.find((line) => line.seq > seq && line.machine === dispatchOf(handover));
    return by === undefined ? null : { value: by.occurredAt, events: [id, by.id] };
  }
}
