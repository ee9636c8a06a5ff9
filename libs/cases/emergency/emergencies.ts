import {
  EMERGENCY_REASON_WORDS,
  givesCare,
  isSteppedUp,
  type EmergencyReason,
  type Reader,
} from '@hemgang/access';
import type { Directory } from '@hemgang/directory';
import { parsePatientNumber, plusMs, type Clock, type Refusal, type Text } from '@hemgang/kernel';
import type { AccessLog, CopyHeld, EmergencyStore, PersonStore } from '@hemgang/store';
import type { Page } from '../case-view';
import { personView, unitView } from '../names';
import { BAD_CURSOR, type PageRequest } from '../paging';
import { accessLine } from '../write';
import type { EmergencyView, OpenedView } from './emergency-view';

const ADMINISTRATOR = 'administrator';

/** What somebody gives to open another unit's copy. */
export interface EmergencyWish {
  readonly number: string;
  readonly reason: EmergencyReason;
  readonly words: string;
}

export interface EmergencyResources {
  readonly emergencies: EmergencyStore;
  readonly persons: PersonStore;
  readonly access: AccessLog;
  readonly clock: Clock;
  /** Time that nobody moves: a proof of who one is grows old by it. */
  readonly realClock: Clock;
  /** How long an opening lasts. */
  readonly openMs: number;
  directory(): Directory;
  /** After a commit: wakes the relay. A hint only. */
  afterCommit(): void;
}

const ONLY_CARE: Text = {
  sv: 'Nödöppning finns bara inom hälso- och sjukvården hos samma vårdgivare (PDL 4 kap.).',
  en: 'Emergency opening exists only in health care within the same care provider (PDL ch. 4).',
};

const NOT_ONESELF: Text = {
  sv: 'Den som har nödöppnat granskar inte sin egen öppning.',
  en: 'Nobody reviews an opening of one’s own.',
};

const REVIEWED: Text = {
  sv: 'Öppningen är redan granskad.',
  en: 'The opening has been reviewed already.',
};

/**
 * Nödöppning within one care provider: a reader of another unit of the same controller sees the cases
 * of one named patient, for an hour. Who answers for them is told at once, and every opening waits
 * for a review. Across controllers there is none (record 23).
 * @throws DatabaseUnavailable
 */
export class Emergencies {
  constructor(private readonly on: EmergencyResources) {}

  /**
   * Opens what the reader's controller holds of a patient. That there is no such patient, and that
   * only others hold something of her, look alike.
   */
  async open(
    reader: Reader,
    { number, reason, words }: EmergencyWish,
  ): Promise<OpenedView | Refusal> {
    const action = 'open-emergency';
    if (!givesCare(reader)) {
      return this.refused(reader, action, { code: 'ROLE_NOT_ALLOWED', detail: ONLY_CARE });
    }
    if (!isSteppedUp(reader, this.on.realClock.now())) {
      return this.refused(reader, action, { code: 'STEP_UP_NEEDED' });
    }
    const at = this.on.clock.now();
    const parsed = parsePatientNumber(number, Number(at.slice(0, 4)));
    if ('problem' in parsed) {
      const errors = [{ path: '/number', code: 'invalid_number' }];
      return this.refused(reader, action, { code: 'PAYLOAD_INVALID', errors });
    }
    const person = await this.on.persons.byNumber(parsed.value);
    const copies = person === null ? [] : await this.copies(person.id, reader);
    const [latest] = copies;
    if (person === null || latest === undefined) {
      return this.refused(reader, action, { code: 'NOT_FOUND' });
    }
    const until = plusMs(at, this.on.openMs);
    const { staff, assignment, unit, controller } = reader;
    const id = await this.on.emergencies.open(
      { person: person.id, staff, assignment, unit, controller, reason, words, at, until },
      latest,
      this.told(reader),
      [accessLine(reader, `${action}:${reason}`, at, null, person.id)],
    );
    this.on.afterCommit();
    return { id: String(id), until, cases: copies.map(copyView) };
  }

  /** The openings of the administrator's controller, the latest first; @param open only those to review */
  async queue(
    reader: Reader,
    open: boolean,
    { cursor, limit }: PageRequest,
  ): Promise<Page<EmergencyView> | Refusal> {
    const refusal = await this.notAdministrator(reader, 'list-emergencies');
    if (refusal !== null) return refusal;
    const page = await this.on.emergencies.ofController(reader.controller, open, cursor, limit);
    if (page.kind === 'bad-cursor') return BAD_CURSOR;
    return { items: page.items.map((each) => this.view(each, reader)), next: page.next };
  }

  /** An administrator approves or questions an opening, once, in words. */
  async review(
    reader: Reader,
    id: number,
    said: { readonly verdict: 'approved' | 'questioned'; readonly words: string },
  ): Promise<EmergencyView | Refusal> {
    const action = 'review-emergency';
    const refusal = await this.notAdministrator(reader, action);
    if (refusal !== null) return refusal;
    const { controller, staff } = reader;
    const found = await this.on.emergencies.one(controller, id);
    if (found === null) return this.refused(reader, action, { code: 'NOT_FOUND' });
    if (found.staff === staff) {
      return this.refused(reader, action, { code: 'ROLE_NOT_ALLOWED', detail: NOT_ONESELF });
    }
    const at = this.on.clock.now();
    const line = accessLine(reader, `${action}:${id}:${said.verdict}`, at, null, null);
    const verdict = { id, controller, ...said, at, by: staff };
    const isFirst = await this.on.emergencies.review(verdict, line);
    if (!isFirst) {
      return this.refused(reader, action, { code: 'COMMAND_NOT_POSSIBLE', detail: REVIEWED });
    }
    const reviewed = { verdictWords: said.words, reviewedAt: at, reviewedBy: staff };
    return this.view({ ...found, verdict: said.verdict, ...reviewed }, reader);
  }

  private copies(person: string, { controller }: Reader): Promise<readonly CopyHeld[]> {
    const directory = this.on.directory();
    const units = directory.rows.units.map(({ id }) => id);
    const ours = units.filter((unit) => directory.controllerOf(unit)?.id === controller);
    return this.on.emergencies.copiesOf(person, controller, ours);
  }

  /** Where the controller's administrators are; without one, the reader's own unit. */
  private told({ controller, unit }: Reader): readonly string[] {
    const directory = this.on.directory();
    const units = directory.rows.assignments
      .filter(({ roles }) => roles.includes(ADMINISTRATOR))
      .map((assignment) => assignment.unit)
      .filter((each) => directory.controllerOf(each)?.id === controller);
    return [...new Set([unit, ...units])];
  }

  private view(
    each: Awaited<ReturnType<EmergencyStore['one']>> & object,
    { language }: Reader,
  ): EmergencyView {
    const directory = this.on.directory();
    const reason = EMERGENCY_REASON_WORDS[each.reason as EmergencyReason];
    return {
      id: String(each.id),
      staff: personView(directory, each.staff) ?? { id: each.staff, name: each.staff },
      unit: unitView(directory, each.unit),
      reason: each.reason,
      reasonText: reason[language],
      words: each.words,
      at: each.at,
      until: each.until,
      reads: each.reads,
      verdict: each.verdict,
      verdictWords: each.verdictWords,
      reviewedAt: each.reviewedAt,
      reviewedBy: personView(directory, each.reviewedBy),
    };
  }

  private async notAdministrator(reader: Reader, action: string): Promise<Refusal | null> {
    if (reader.roles.includes(ADMINISTRATOR)) return null;
    return this.refused(reader, action, { code: 'ROLE_NOT_ALLOWED' });
  }

  private async refused(reader: Reader, action: string, refusal: Refusal): Promise<Refusal> {
    const now = this.on.clock.now();
    const line = accessLine(reader, `refused:${action}:${refusal.code}`, now, null, null);
    await this.on.access.append([line]);
    return refusal;
  }
}

function copyView({ id, type, openedAt }: CopyHeld): OpenedView['cases'][number] {
  return { id, type, openedAt };
}
