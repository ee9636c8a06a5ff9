import {
  definitionOf,
  isStruck,
  isUnanswered,
  standingAnswer,
  type Afterwards,
  type CaseState,
} from '@hemgang/engine';
import type { Directory } from '@hemgang/directory';
import { formatInstant, type Text } from '@hemgang/kernel';
import type { StoredContent } from '@hemgang/store';
import type { CHANNELS } from './envelope';
import type { AfterwardsView } from './event-view';
import { unitView } from './names';
import { isStranger } from './rattelse';
import type { Reader } from '@hemgang/access';
import type { RegisteredWorkflow } from './registry';
import { titleOf } from './timeline';

const CHANNEL_WORDS: Readonly<Record<string, Text>> = {
  phone: { sv: 'telefon', en: 'phone' },
  fax: { sv: 'fax', en: 'fax' },
  paper: { sv: 'papper', en: 'paper' },
  letter: { sv: 'brev', en: 'letter' },
  'secure-mail': { sv: 'säker e-post', en: 'secure mail' },
} satisfies Record<(typeof CHANNELS)[number], Text>;

const WORDS: Text = { sv: 'Registrerad i efterhand', en: 'Registered afterwards' };

/** What an `AfterwardsView` is told from. */
interface Told {
  readonly workflow: RegisteredWorkflow;
  readonly state: CaseState;
  /** What has been disclosed to the reader's controller: with whom it was spoken. */
  readonly contents: readonly StoredContent[];
  readonly directory: Directory;
  readonly reader: Reader;
}

/**
 * What was told outside before it was registered, for the side that registered it and for those who
 * were told. Nobody else learns of it, and who should never have known of the case is not named.
 */
export function afterwardsViews(told: Told): AfterwardsView[] {
  const { state, reader } = told;
  return (state.afterwards ?? [])
    .filter((entry) => concerns(told, entry))
    .map((entry) => afterwardsView(told, entry))
    .filter(({ answers, unit }) => unit.id === reader.unit || answers.length > 0);
}

/** A ward that has taken the patient over reads what the ward before it registered. */
function concerns({ workflow, state, reader }: Told, { unit, told, machine }: Afterwards): boolean {
  const { kind = '', context } = state.machines[machine] ?? {};
  const now = definitionOf(workflow.definition, kind).unit(context);
  return [unit, now, ...told].includes(reader.unit);
}

function afterwardsView(told: Told, entry: Afterwards): AfterwardsView {
  const { workflow, state, contents, directory, reader } = told;
  const { event, type, channel, at, recordedAt } = entry;
  const { language, unit: mine } = reader;
  const name = nameIn(contents, event);
  const known = entry.told.filter((unit) => !isStranger(workflow, state, unit));
  const parts = [CHANNEL_WORDS[channel]?.[language] ?? channel, name, formatInstant(at, language)];
  return {
    event,
    title: titleOf(workflow, type)[language],
    unit: unitView(directory, entry.unit),
    channel,
    name,
    at,
    recordedAt,
    text: `${WORDS[language]}: ${parts.filter((part) => part !== null).join(', ')}`,
    answers: known.map((unit) => {
      const answer = standingAnswer(state, entry, unit);
      return {
        unit: unitView(directory, unit),
        is: answer?.is ?? 'unanswered',
        event: answer?.by ?? null,
      };
    }),
    isMarked: !isStruck(state, event) && known.some((unit) => isUnanswered(state, entry, unit)),
    mayAnswer: known.includes(mine) && isUnanswered(state, entry, mine),
  };
}

/** With whom it was spoken, when that has been disclosed to the reader. */
function nameIn(contents: readonly StoredContent[], event: number): string | null {
  const bodies = contents.filter(({ seq, source }) => (source ?? seq) === event);
  const [name = null] = bodies.flatMap(({ body }) => {
    const registered = body['registered'] as { readonly name?: string } | undefined;
    return registered?.name === undefined ? [] : [registered.name];
  });
  return name;
}
