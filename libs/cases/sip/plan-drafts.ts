import type { Reader } from '@hemgang/access';
import { judge } from '@hemgang/engine';
import { MINUTE_MS, plusMs, type Clock, type Refusal, type Text } from '@hemgang/kernel';
import type { AccessLog, ChangedDraft, DraftOutcome, PlanDraftStore } from '@hemgang/store';
import { sipContext, unitsOf } from '@workflows/sip';
import { bare } from '../asked';
import type { CaseReading } from '../case-reading';
import type { Told } from '../case-type';
import { commandNamed, mayGive } from '../decide';
import { isRefusal } from '../envelope';
import { meantUnits } from '../names';
import { seesWords } from '../protection/shield';
import { accessLine } from '../write';
import { planDraftView, type PlanDraftView } from './plan-draft-view';
import type { PlanDraftWords } from './plan-draft-words';

export interface PlanDraftResources {
  readonly store: PlanDraftStore;
  readonly access: AccessLog;
  readonly reading: CaseReading;
  readonly clock: Clock;
  /** Tells every process that a draft has changed. */
  changed(): void;
}

/** What is done with the turn: taken when it is nobody's, taken from who has it, given up. */
export const TURN_STEPS = ['take', 'take-over', 'release'] as const;

export type TurnStep = (typeof TURN_STEPS)[number];

/** So long without a save, and the turn is nobody's: who writes pauses to listen, but not longer. */
const TURN_MINUTES = 5;

/** So long without a save, and nobody means to go on with it. */
const DRAFT_DAYS = 30;

/** Longer than any pause between two looks, and than a transaction takes. */
const LATELY_SECONDS = 20;

const DAY_MS = 24 * 60 * MINUTE_MS;
const PATH = 'sips';
const READ = 'list:plan-draft';
const SAVE = 'save:plan-draft';
const PASS = 'pass:plan-turn';

/** The command that makes a version of the draft: its state and rules hold for the draft too. */
const PLAN = 'draft-plan';
/** Given by every unit that takes part, and by the same roles: who may write in the draft. */
const OF_EVERY_PART = 'report-measure';

const WRITERS: Text = {
  sv: 'De enheter som deltar i SIP:en skriver i utkastet.',
  en: 'The units that take part in the SIP write in the draft.',
};

const HELD: Text = {
  sv: 'Någon annan skriver just nu. Vänta, eller ta över turen om ni är överens om det.',
  en: 'Somebody else is writing. Wait, or take the turn over if you agree on it.',
};

const OUTSIDE: Text = {
  sv: 'Ärendet hanteras utanför verktyget, som inte sparar något utkast.',
  en: 'The case is handled outside the tool, which keeps no draft.',
};

/**
 * The draft of a SIP's next plan (record 33): written together, one at a time, by the units that take
 * part; read by the same. No part of the plan, and gone when a version is written or nothing may be
 * written any more. A refusal writes its line of the access log only.
 * @throws DatabaseUnavailable
 */
export class PlanDrafts {
  constructor(private readonly on: PlanDraftResources) {}

  /** The draft as it stands; version 0 without one. One line of the log an hour and version of the case. */
  read(caseId: string, reader: Reader): Promise<PlanDraftView | Refusal> {
    const asked = { path: PATH, id: caseId, reading: 'plan-draft', action: READ } as const;
    return this.on.reading.readNoting(asked, reader, async (told, query, { taken }) => {
      const { id, version, personId } = told.rows.case;
      const why = refusalFor(told);
      const row = isShown(told, why) ? await query.planDraft(id) : null;
      if (personId !== null) {
        await query.appendList(taken, [{ person: personId, caseId: id, version }]);
      }
      return planDraftView(told, row, why === null);
    });
  }

  /**
   * Saves what is written, and takes the turn or keeps it.
   * @param expected the version that the writer saw; 0: there was no draft
   * @returns the draft as it stands then; VERSION_STALE with the draft that stands there now
   */
  async save(
    caseId: string,
    words: PlanDraftWords,
    expected: number,
    reader: Reader,
  ): Promise<PlanDraftView | Refusal> {
    const told = await this.writable(caseId, reader, SAVE);
    if (isRefusal(told)) return told;
    const { version, state } = told.rows.case;
    const outcome = await this.on.store.keep({
      ...this.change(told, reader, SAVE),
      ...{ expected, since: version },
      words: meantUnits(words, unitsOf(sipContext(state)), told.directory),
    });
    return this.answer(caseId, outcome, reader, SAVE);
  }

  /** Takes the turn or gives it up. @returns the draft as it stands then */
  async pass(caseId: string, step: TurnStep, reader: Reader): Promise<PlanDraftView | Refusal> {
    const told = await this.writable(caseId, reader, PASS);
    if (isRefusal(told)) return told;
    const outcome = await this.on.store.pass({
      ...this.change(told, reader, PASS),
      holder: step === 'release' ? null : reader.staff,
      over: step === 'take-over',
    });
    return this.answer(caseId, outcome, reader, PASS);
  }

  /** Drafts that were changed since the look before last of whoever looks every few seconds. */
  changedLately(): Promise<readonly ChangedDraft[]> {
    return this.on.store.changedLately(LATELY_SECONDS);
  }

  /** Removes drafts that have ended, and those that nobody goes on with. */
  async forget(): Promise<void> {
    await this.on.store.sweep(plusMs(this.on.clock.now(), -DRAFT_DAYS * DAY_MS));
  }

  /** The SIP when the reader may write in its draft now; else the refusal, noted. */
  private async writable(caseId: string, reader: Reader, action: string): Promise<Told | Refusal> {
    const asked = { path: PATH, id: caseId, reading: 'plan-draft', action } as const;
    const told = await this.on.reading.readNoting(asked, reader, (found) => Promise.resolve(found));
    if (isRefusal(told)) return told;
    const refusal = refusalFor(told);
    return refusal === null ? told : this.refused(told, action, refusal);
  }

  private change(told: Told, reader: Reader, action: string) {
    const { id, personId } = told.rows.case;
    const { staff, unit } = reader;
    const at = told.now;
    const line = accessLine(reader, action, at, id, personId);
    return { caseId: id, staff, unit, at, until: plusMs(at, TURN_MINUTES * MINUTE_MS), line };
  }

  private async answer(
    caseId: string,
    outcome: DraftOutcome,
    reader: Reader,
    action: string,
  ): Promise<PlanDraftView | Refusal> {
    if (outcome === 'done') this.on.changed();
    const now = await this.read(caseId, reader);
    if (outcome === 'done' || isRefusal(now)) return now;
    const line = accessLine(reader, `refused:${action}`, this.on.clock.now(), caseId, null);
    await this.on.access.append([line]);
    return outcome === 'stale'
      ? { code: 'VERSION_STALE', members: { draft: now } }
      : { code: 'COMMAND_NOT_POSSIBLE', detail: outcome === 'held' ? HELD : OUTSIDE };
  }

  private async refused(told: Told, action: string, refusal: Refusal): Promise<Refusal> {
    const { id, personId } = told.rows.case;
    await this.on.access.append([
      accessLine(told.reader, `refused:${action}`, told.now, id, personId),
    ]);
    return refusal;
  }
}

/** Why the reader may not write in the draft now; null: she may. */
function refusalFor({ workflow, rows, reader, shield, now }: Told): Refusal | null {
  const { definition } = workflow;
  const { state } = rows.case;
  const plan = commandNamed(definition, PLAN);
  const part = commandNamed(definition, OF_EVERY_PART);
  if (plan === undefined || part === undefined) return { code: 'NOT_FOUND' };
  const role = mayGive(bare({ workflow, command: part, reader, now }), state);
  if (role !== null || (shield !== null && !seesWords(shield))) {
    return { code: 'ROLE_NOT_ALLOWED', detail: WRITERS };
  }
  const { staff: person, unit, assignment } = reader;
  const request = {
    payload: { responsible: sipContext(state).unit, measures: [] },
    ...{ occurredAt: now, recordedAt: now, actor: { person, unit, assignment }, given: {} },
  };
  const verdict = judge(definition, state, plan, definition.main, request);
  if (verdict === null) return null;
  return verdict.because === 'state'
    ? { code: 'COMMAND_NOT_POSSIBLE', detail: plan.possibleWhen }
    : { code: 'RULE_REFUSED', detail: verdict.why, rule: verdict.rule };
}

/** What may not be written any more is not shown either; a role that only reads is shown it. */
function isShown({ shield }: Told, why: Refusal | null): boolean {
  const mayRead = why === null || why.code === 'ROLE_NOT_ALLOWED';
  return mayRead && (shield === null || seesWords(shield));
}
