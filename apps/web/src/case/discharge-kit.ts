import type { AllowedCommand, Case } from '../api/types';
import { causesOfOthers } from '../delay/causes-of-others';
import type { Pick } from '../form/picks';
import type { Language } from '../language';
import { unitsOfStay, wordsOfTarget, writing } from '../messages/written-to';
import { formatInstant } from '../time';
import { entryWords } from '../words';
import type { CaseKit } from './kit';
import { sideOf } from './side';

/** Words of receivers for whom somebody else may be sought. */
const LOST = ['rejected', 'withdrawn'];

/** Words of receivers that may still turn out not to be needed. */
const LIVE = [
  'notified',
  'acknowledged',
  'answered',
  'planning',
  'ready',
  'leaving',
  'nobody-came',
  'nothing-owed',
];

/** What is particular to a stay. */
export const dischargeKit: CaseKit<Case> = {
  path: 'discharges',
  sideOf,
  targetOf,
  offered: (command, view, language, me) => {
    if (command.name === 'send-message') return writing(unitsOfStay(view, me));
    const messages = messagesOf(command, view, language);
    return {
      picks: {
        messages,
        replaces: handoversAs(view, LOST),
        returned: handoversAs(view, LOST),
        receiver: handoversAs(view, LIVE),
        setting: causesOfOthers(view, language),
        contact: view.contacts.map(({ id, name, relation }) => ({
          value: id,
          label: name,
          detail: relation,
        })),
      },
      // A kvittens is of what the person has before her eyes, and mostly of all of it.
      initial: { '/messages': messages.map(({ value }) => value) },
    };
  },
  // Which message is answered the page knows; files are added beside the words.
  given: ['re', 'attachments'],
  complete: (_command, body) => body,
};

/** Which receiver a command is for, where the unit is more than one; which commitment, move or transfer. */
function targetOf(command: AllowedCommand, view: Case): string | null {
  const isAlone = view.allowedCommands.filter(({ name }) => name === command.name).length === 1;
  const { handover, target } = command;
  const unit = view.handovers.find(({ id }) => isOf(handover, id))?.unit;
  const message = wordsOfTarget(command, view);
  const promise = view.ataganden.find(({ id }) => id === target['atagande']);
  const journey = [...view.moves, ...view.transfers].find(({ id }) =>
    [handover, target['transfer']].includes(id),
  );
  const named = message ?? promise?.text ?? journey?.to.name;
  return named ?? (isAlone && command.registered !== 'required' ? null : (unit?.name ?? null));
}

/** What is carried by hand to a receiver outside is named after its handover: `x2-1` of `h2-1`. */
function isOf(machine: string | null, handover: string): boolean {
  return machine === handover || machine === handover.replace('h', 'x');
}

function handoversAs(view: Case, words: readonly string[]): Pick[] {
  return view.handovers
    .filter(({ word }) => words.includes(word))
    .map(({ id, unit, text }) => ({ value: id, label: unit.name, detail: text }));
}

function messagesOf({ handover }: AllowedCommand, view: Case, language: Language): Pick[] {
  const own = view.handovers.find(({ id }) => id === handover);
  // What has not gone outside yet nobody can have acknowledged.
  return (own?.unacknowledged ?? []).flatMap(({ id, entry, sentAt }) =>
    sentAt === null
      ? []
      : [
          {
            value: id,
            label: entryWords[entry]?.[language] ?? entry,
            detail: formatInstant(sentAt, language),
          },
        ],
  );
}
