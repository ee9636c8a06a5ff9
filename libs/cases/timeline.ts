import {
  CORRECT,
  isRattelse,
  MAKULERA,
  MIGRATED,
  MIGRATION_UNDONE,
  overlayCommands,
  sourceOf,
  UNIT_REPLACED,
} from '@hemgang/engine';
import type { Directory } from '@hemgang/directory';
import type { Text } from '@hemgang/kernel';
import type { DutyRow, EventRow } from '@hemgang/store';
import type { Told } from './case-type';
import type { EventView, MovedDutyView } from './event-view';
import { declarationIn } from './duty-view';
import { factsFor, personView, unitView } from './names';
import { shieldedFacts } from './protection/masked';
import { mayCorrect, mayMakulera, struckBy } from './rattelse';
import { reminderTitle } from './reminder-title';
import type { RegisteredWorkflow } from './registry';

/** What the system itself does, in words. */
const SYSTEM_TITLES: Readonly<Record<string, Text>> = {
  ladder: { sv: 'Påminnelse', en: 'Reminder' },
  [MIGRATED]: { sv: 'Ärendet följer nu nya regler', en: 'The case now follows new rules' },
  [MIGRATION_UNDONE]: {
    sv: 'Ärendet följer åter de tidigare reglerna',
    en: 'The case follows the earlier rules again',
  },
  [UNIT_REPLACED]: {
    sv: 'En enhet har stängts; efterträdaren tar över',
    en: 'A unit was closed; its successor takes over',
  },
};

/** What others than the giver's own authority see of a confidential command. */
const INTERNAL = 'internal';
const INTERNAL_TITLE: Text = { sv: 'Intern uppgift', en: 'Internal note' };

/** What the timeline is told from. */
export type Narrated = Pick<Told, 'workflow' | 'rows' | 'directory' | 'reader' | 'shield'>;

/**
 * An event as people read it: what happened, who did it, which duties it opened and ended.
 * @param kept the event that secrecy keeps from the reader; null when there is none
 */
export function eventView(told: Narrated, row: EventRow, kept: number | null = null): EventView {
  const { directory, workflow, reader, rows } = told;
  // A duty that what is kept had opened is kept with it, also where something else ends it.
  const duties = rows.duties.filter(({ openedSeq }) => kept === null || openedSeq !== kept);
  const { state } = rows.case;
  const { seq, occurredAt, recordedAt } = row;
  const title = (duty: DutyRow) => dutyTitle(told, duty);
  const secret = isSecret(rows.duties, row, kept);
  const { type, text, facts } =
    secret || isHidden(told, row)
      ? { type: INTERNAL, text: INTERNAL_TITLE, facts: {} }
      : {
          type: row.type,
          text: wordsOf(told, row),
          facts: factsFor(directory, factsOf(row)),
        };
  return {
    seq,
    type,
    title: text[reader.language],
    occurredAt,
    recordedAt,
    actor: actorView(directory, row),
    source: sourceOf(row) ?? null,
    handover: row.machine === workflow.definition.main ? null : row.machine,
    facts: shieldedFacts(facts, told.shield),
    opened: duties
      .filter(({ openedSeq }) => openedSeq === seq && !secret)
      .map((duty) => ({ id: duty.id, title: title(duty) })),
    closed: duties.flatMap((duty) =>
      duty.closedSeq === seq && duty.outcome !== null && !secret
        ? [{ id: duty.id, title: title(duty), outcome: duty.outcome }]
        : [],
    ),
    moved: row.results.moved.map((moved) => movedView(told, moved)),
    told: [...new Set(row.results.told.flatMap(({ units }) => units))].map((unit) =>
      unitView(directory, unit),
    ),
    struckBy: struckBy(state, seq),
    correctedBy: (state.rattelser ?? [])
      .filter(({ event, kind }) => event === seq && kind === CORRECT)
      .map(({ by }) => by),
    corrects: isRattelse(row) ? (row.payload['event'] as number) : null,
    mayCorrect: mayCorrect(workflow.definition, state, row, reader),
    mayMakulera: mayMakulera(workflow.definition, state, row, reader),
  };
}

/** An event of which the reader is told only that there was one, by whom and when. */
export function internalView(told: Narrated, row: EventRow): EventView {
  return {
    ...eventView(told, row),
    ...{ type: INTERNAL, title: INTERNAL_TITLE[told.reader.language], facts: {}, handover: null },
    ...{ opened: [], closed: [], moved: [], told: [], mayCorrect: [], mayMakulera: false },
  };
}

function movedView(
  told: Narrated,
  { duty, before, after }: EventRow['results']['moved'][number],
): MovedDutyView {
  const { directory, rows } = told;
  const row = rows.duties.find(({ id }) => id === duty);
  const shown = ({ unit, due }: typeof before) => ({
    dueAt: due,
    unit: unitView(directory, unit),
  });
  return {
    id: duty,
    title: row === undefined ? duty : dutyTitle(told, row),
    before: shown(before),
    after: shown(after),
  };
}

/** Whether the event is the one that secrecy keeps, or is about a duty that it opened. */
function isSecret(
  duties: readonly DutyRow[],
  { seq, payload }: EventRow,
  kept: number | null,
): boolean {
  const about = duties.find(({ id }) => id === payload['duty']);
  return kept !== null && (seq === kept || about?.openedSeq === kept);
}

/** Whether the event is for the authority of the one who gave it, and the reader is of another. */
function isHidden({ workflow, directory, reader }: Narrated, { type, actor }: EventRow): boolean {
  // What was confidential on an older version stays so on the present one.
  const commands = [workflow.definition, ...workflow.versions].flatMap((each) => each.commands);
  if (!commands.some(({ name, confidential }) => name === type && confidential)) return false;
  const { unit = '' } = actor as { unit?: string };
  return directory.controllerOf(unit)?.id !== reader.controller;
}

function dutyTitle({ workflow, reader }: Narrated, { key }: DutyRow): string {
  return declarationIn(workflow, key).title[reader.language];
}

function wordsOf({ workflow, rows }: Narrated, row: EventRow): Text {
  const reminder = row.type === 'ladder' ? reminderTitle(workflow, rows.duties, row) : null;
  return reminder ?? titleOf(workflow, saidBy(row));
}

/** What a linked case takes back is told in the words of its fact. */
function saidBy({ type, payload }: EventRow): string {
  return type === MAKULERA && typeof payload['fact'] === 'string' ? payload['fact'] : type;
}

/** Versions and their fingerprints tell people nothing; they are for the log. */
function factsOf({ type, payload }: EventRow): EventView['facts'] {
  return type === MIGRATED || type === MIGRATION_UNDONE ? {} : payload;
}

/** An event of an older version may be a command that the present one no longer has. */
export function titleOf({ definition, versions }: RegisteredWorkflow, type: string): Text {
  const told = [definition, ...versions].flatMap(({ open, commands, facts }) => [
    open,
    ...commands,
    ...facts,
  ]);
  const named = [...told, ...overlayCommands(definition)].find(({ name }) => name === type);
  const title = named?.label ?? SYSTEM_TITLES[type];
  if (title === undefined) throw new Error(`event "${type}" of ${definition.type} has no words`);
  return title;
}

/** Who did it in an older system is not known here; at which unit is. */
function actorView(directory: Directory, row: EventRow): EventView['actor'] {
  const { system, person, unit } = row.actor as { system?: string; person?: string; unit?: string };
  return {
    system: system ?? null,
    person: sourceOf(row) === undefined ? personView(directory, person ?? null) : null,
    unit: unit === undefined ? null : unitView(directory, unit),
  };
}
