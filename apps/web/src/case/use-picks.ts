import { readColleagues, readExecutors, readUnits } from '../api/reads';
import type { AllowedCommand, Case, Me, ReceiverUnit } from '../api/types';
import type { Pick, Picks } from '../form/picks';
import type { Values } from '../form/values';
import { useLanguage, type Language } from '../language';
import { useResource } from '../resource';
import { formatInstant } from '../time';
import { entryWords, municipalityNames, unitKindWords } from '../words';

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

/** What a command's form offers to pick, and what is picked from the start. */
export function usePicks(
  command: AllowedCommand,
  view: Case,
  me: Me,
): { readonly picks: Picks; readonly initial: Values } {
  const { language } = useLanguage();
  const units = useResource('units', readUnits);
  const executors = useResource('executors', readExecutors);
  const colleagues = useResource('colleagues', readColleagues);
  const people = (colleagues.data?.items ?? []).map(({ id, name }) => ({
    value: id,
    label: name,
    detail: '',
  }));
  const receivers = byMunicipality(units.data?.items ?? [], view.patient?.municipality ?? null);
  const messages = messagesOf(command, view, language);
  const duties = dutiesOf(command, view, me);
  return {
    picks: {
      receivers: receivers.map((unit) => unitPick(unit, language)),
      unit: receivers.map((unit) => unitPick(unit, language)),
      executor: (executors.data?.items ?? []).map((unit) => unitPick(unit, language)),
      messages,
      duty: duties,
      staff: people,
      to: people,
      replaces: handoversAs(view, LOST),
      returned: handoversAs(view, LOST),
      receiver: handoversAs(view, LIVE),
      contact: view.contacts.map(({ id, name, relation }) => ({
        value: id,
        label: name,
        detail: relation,
      })),
    },
    // A kvittens is of what the person has before her eyes, and mostly of all of it.
    initial: {
      '/messages': messages.map(({ value }) => value),
      ...(duties.length === 1 && duties[0] ? { '/duty': duties[0].value } : {}),
    },
  };
}

function handoversAs(view: Case, words: readonly string[]): Pick[] {
  return view.handovers
    .filter(({ word }) => words.includes(word))
    .map(({ id, unit, text }) => ({ value: id, label: unit.name, detail: text }));
}

/** The patient's own municipality first; most receivers are there. */
function byMunicipality(units: readonly ReceiverUnit[], code: string | null): ReceiverUnit[] {
  const rank = ({ municipality }: ReceiverUnit) => (municipality === code ? 0 : 1);
  return [...units].sort((a, b) => rank(a) - rank(b));
}

function unitPick({ id, name, kind, municipality }: ReceiverUnit, language: Language): Pick {
  const words = [unitKindWords[kind]?.[language], municipalityNames[municipality ?? '']];
  const detail = words.filter((word) => word !== undefined).join(', ');
  return { value: id, label: name, detail };
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

/** Open duties of the reader's unit that the command fits: taking is for the others, not for one's own. */
function dutiesOf({ name }: AllowedCommand, view: Case, me: Me): Pick[] {
  return view.duties
    .filter(({ closedAt, owner }) => closedAt === null && owner.unit.id === me.unit.id)
    .filter(({ owner }) => (name === 'release' ? owner.person !== null : true))
    .map(({ id, title, owner }) => ({ value: id, label: title, detail: owner.person?.name ?? '' }));
}
