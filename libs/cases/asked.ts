import type { CommandDeclaration } from '@hemgang/engine';
import type { Directory } from '@hemgang/directory';
import { localDate, type Clock, type Instant, type Refusal } from '@hemgang/kernel';
import type { CaseStore, PersonRow, PersonStore, StoredCase } from '@hemgang/store';
import type { Reader } from '@hemgang/access';
import { filesNamed, namesOf } from './attachments/named-files';
import { aboutFacts, type AboutCase } from './avvikelse/about';
import type { Asked } from './decide';
import { isRefusal, openEnvelope, type Incoming } from './envelope';
import { lookUp } from './given';
import { stayNamed } from './linked-stay';
import { childAge, wasChild } from './patient-view';
import { factsOf, namedIn, type Identified } from './patients';
import { precedingStay } from './preceding-stay';
import { isProtected } from './protection/shield';
import type { RegisteredWorkflow } from './registry';
import type { BasisSource } from './settlement/basis-source';
import { settlementFacts } from './settlement/settlement-lookups';

/** Where it is looked up what a payload names. */
interface AskedResources {
  readonly cases: CaseStore;
  readonly persons: PersonStore;
  readonly clock: Clock;
  readonly basis: BasisSource;
  readonly refuseTestNumbers: boolean;
  directory(): Directory;
}

/** A command on its way: who gives which command how. */
export interface Given {
  readonly workflow: RegisteredWorkflow;
  readonly command: CommandDeclaration;
  readonly incoming: Incoming;
  readonly reader: Reader;
  readonly hash: string;
  /** Two processes' clocks differ by milliseconds: never earlier than the opening of the case. */
  readonly now: Instant;
  /** The case that the new one is about, when the giver may name it. */
  readonly about?: AboutCase | null;
  /** Of whom something is said in a case that is about nobody itself. */
  readonly saidOf?: string | null;
}

/** What is asked, and whom its payload names. */
export interface Named extends Asked {
  readonly named: Identified | null;
}

/** What is asked before anything of the payload is known. */
export function bare({
  workflow,
  command,
  reader,
  now,
}: Pick<Given, 'workflow' | 'command' | 'reader' | 'now'>): Asked {
  const envelope = {
    occurredAt: undefined,
    handover: undefined,
    registered: undefined,
    disclosure: undefined,
    rest: {},
  };
  const given = () => ({});
  return { workflow, command, reader, envelope, now, given, log: [], computed: {} };
}

/**
 * @param person whom the case is about, when the command needs to know
 * @param found absent while the case is only to be opened
 */
export async function askedOf(
  on: AskedResources,
  given: Given,
  person: PersonRow | null,
  found: StoredCase | null = null,
): Promise<Named | Refusal> {
  const { workflow, command, incoming, now, reader } = given;
  const envelope = openEnvelope(incoming.body);
  if (isRefusal(envelope)) return envelope;
  const { rest } = envelope;
  const who = await namedIn(on, command, rest, person, now);
  const named = who === null || isRefusal(who) ? null : who;
  const from = found?.state.openedAt ?? envelope.occurredAt ?? now;
  const words = await wordsFacts(on, given);
  const month = await settlementFacts(on, { workflow, command, rest, reader, found });
  const files = await filesNamed(on.cases, { command, rest, reader, found, now });
  const known = {
    directory: on.directory(),
    giver: reader.unit,
    today: localDate(now),
    patient: person && factsOf(person),
    isChild: wasChild(person && factsOf(person), from),
    childAge: childAge(person && factsOf(person), now),
    stay: await stayNamed(on.cases, command, envelope.rest, reader, named?.person ?? person),
    person: named && named.given,
    attachments: files,
    previous: named && (await precedingStay(on.cases, command, named.person.id, from)),
  };
  return {
    ...bare(given),
    envelope,
    given: (payload) => {
      if (who !== null && isRefusal(who)) return who;
      const facts = lookUp(command, payload, known);
      if (isRefusal(facts)) return facts;
      const about = aboutFacts(command, payload, given.about ?? null);
      return isRefusal(about) ? about : { ...facts, ...month.given, ...about, ...words };
    },
    computed: { ...month.content, ...namesOf(files) },
    named,
  };
}

/** Of somebody whose identity is protected nothing is written where those who may read it are not named. */
async function wordsFacts(
  { persons }: AskedResources,
  { command, saidOf = null }: Given,
): Promise<{ readonly wordless?: true }> {
  if (command.lookups?.words !== true || saidOf === null) return {};
  const person = await persons.byId(saidOf);
  return person !== null && isProtected(person) ? { wordless: true } : {};
}
