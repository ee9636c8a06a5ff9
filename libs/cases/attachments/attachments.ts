import { judgeAccess, type Reader } from '@hemgang/access';
import { judge } from '@hemgang/engine';
import {
  canonicalJson,
  HOUR_MS,
  plusMs,
  type Clock,
  type Refusal,
  type Text,
} from '@hemgang/kernel';
import type {
  AccessLog,
  AttachmentStore,
  CaseStore,
  NewAttachment,
  StoredCase,
  TakenAttachment,
  UsedKey,
} from '@hemgang/store';
import { bare } from '../asked';
import type { CaseReading } from '../case-reading';
import { sha256 } from '../contents';
import { commandNamed, mayGive } from '../decide';
import { invalidField, isRefusal } from '../envelope';
import { namedId } from '../named-id';
import { seesWords } from '../protection/shield';
import type { WorkflowRegistry } from '../registry';
import { relationByState } from '../relation';
import { accessLine } from '../write';
import { kindOf, type FileKind } from './file-kind';
import { safeName } from './file-name';
import { digestOf, UNSENT_MAX, UNSENT_MS } from './unsent';

/** A file that somebody has sent, before any message names it. */
export interface SentFile {
  readonly name: string;
  /** What its sender takes it for. */
  readonly kind: FileKind;
  readonly bytes: Buffer;
  /** Idempotency-Key, unique per caller. */
  readonly key: string;
}

/** A file as it is spoken of. */
export interface AttachmentView {
  readonly id: string;
  readonly name: string;
  readonly kind: FileKind;
  /** Bytes. */
  readonly size: number;
}

/** What came of sending a file. */
export interface KeptAttachment {
  readonly view: AttachmentView;
  /** It had been kept before. */
  readonly isReplayed: boolean;
}

export interface AttachmentResources {
  readonly registry: WorkflowRegistry;
  readonly cases: CaseStore;
  readonly store: AttachmentStore;
  readonly access: AccessLog;
  readonly reading: CaseReading;
  readonly clock: Clock;
}

/** The command that names files. */
const SEND = 'send-message';

const ADD = 'add-attachment';
const REMOVE = 'remove-attachment';
const NOT_THERE: Refusal = { code: 'NOT_FOUND' };

/** An hour more than a message may name it: none is taken away while it is being sent. */
const SWEPT_AFTER_MS = UNSENT_MS + HOUR_MS;

const NOT_WHAT_IT_SAYS: Text = {
  sv: 'Filen är inte det den sägs vara. Skicka PDF, PNG, JPEG eller ren text (UTF-8).',
  en: 'The file is not what it is said to be. Send PDF, PNG, JPEG or plain text (UTF-8).',
};

const FULL: Text = {
  sv: `Enheten har redan ${UNSENT_MAX} filer i ärendet som inte är skickade. Skicka eller ta bort någon först.`,
  en: `Your unit already has ${UNSENT_MAX} files in the case that are not sent. Send or remove one first.`,
};

const OUTSIDE: Text = {
  sv: 'Ärendet hanteras utanför verktyget, som inte sparar några filer om patienten.',
  en: 'The case is handled outside the tool, which keeps no files about the patient.',
};

/** A case that the reader's unit may write messages in. */
interface Open {
  readonly found: StoredCase;
  readonly used: UsedKey | null;
}

/**
 * Files of messages: kept before the message, named by its event, fetched by whoever was told of it
 * (record 28). A refusal writes its line of the access log only.
 * @throws DatabaseUnavailable
 */
export class Attachments {
  constructor(private readonly on: AttachmentResources) {}

  /** Keeps a file until a message names it, for a day. A repeat of the key keeps nothing more. */
  async add(
    path: string,
    caseId: string,
    file: SentFile,
    reader: Reader,
  ): Promise<KeptAttachment | Refusal> {
    const open = await this.opened(path, caseId, reader, file.key);
    if (isRefusal(open)) return this.refused(reader, ADD, open, caseId);
    const digest = digestOf(file.bytes);
    const { kind, bytes, key } = file;
    const named = safeName(file.name, kind);
    const said = { name: 'name' in named ? named.name : null, kind, sha256: digest };
    const bodyHash = sha256(`${path}/${caseId}/attachments\n${canonicalJson(said)}`);
    const id = namedId(['attachment', reader.assignment, key]);
    if (open.used !== null) {
      if (open.used.bodyHash !== bodyHash || !('name' in named)) return this.reused(reader, caseId);
      await this.on.access.append([this.line(reader, ADD, open.found)]);
      return { view: { id, name: named.name, kind, size: bytes.length }, isReplayed: true };
    }
    const over = this.isOver(open.found);
    if (over !== null) return this.refused(reader, ADD, over, caseId);
    if (kindOf(bytes) !== kind) {
      const refusal = { code: 'MEDIA_TYPE_UNSUPPORTED', detail: NOT_WHAT_IT_SAYS } as const;
      return this.refused(reader, ADD, refusal, caseId);
    }
    if ('fault' in named) {
      return this.refused(reader, ADD, invalidField('/name', named.fault), caseId);
    }
    const view = { id, name: named.name, kind, size: bytes.length };
    return this.keep(open.found, { ...view, sha256: digest, bytes }, { key, bodyHash }, reader);
  }

  /** The bytes, for whoever was told of the message, and before it is sent for the unit alone. */
  take(
    path: string,
    caseId: string,
    id: string,
    reader: Reader,
  ): Promise<TakenAttachment | Refusal> {
    const asked = { path, id: caseId, reading: 'attachment', action: 'read:attachment' } as const;
    return this.on.reading.readNoting(asked, reader, async (told, query, lines) => {
      // What is blocked or shielded has been taken out of the rows.
      const events = told.rows.contents.map(({ seq, source }) => source ?? seq);
      const seesOwn = told.shield === null || seesWords(told.shield);
      const unit = seesOwn ? reader.unit : '';
      return (await query.takeAttachment({ caseId, id, unit, events }, lines)) ?? NOT_THERE;
    });
  }

  /** Takes away a file that the reader's unit has not sent. @returns null when it is gone */
  async remove(path: string, caseId: string, id: string, reader: Reader): Promise<Refusal | null> {
    const open = await this.opened(path, caseId, reader);
    if (isRefusal(open)) return this.refused(reader, REMOVE, open, caseId);
    const line = this.line(reader, REMOVE, open.found);
    const isGone = await this.on.store.remove(caseId, id, reader.unit, line);
    return isGone ? null : this.refused(reader, REMOVE, NOT_THERE, caseId);
  }

  /** Forgets up to so many files that no message has named for a day. @returns whether there are more */
  async forget(limit: number): Promise<boolean> {
    const before = plusMs(this.on.clock.now(), -SWEPT_AFTER_MS);
    const { looked } = await this.on.store.sweep(before, limit);
    return looked === limit;
  }

  private async keep(
    found: StoredCase,
    file: Pick<NewAttachment, 'id' | 'name' | 'kind' | 'size' | 'sha256' | 'bytes'>,
    { key, bodyHash }: { readonly key: string; readonly bodyHash: string },
    reader: Reader,
  ): Promise<KeptAttachment | Refusal> {
    const { id: caseId, version } = found;
    const { unit, staff, assignment: caller } = reader;
    const line = this.line(reader, ADD, found);
    const kept = { ...file, caseId, version, unit, staff, at: line.at };
    const added = { ...kept, idempotency: { caller, key, bodyHash } };
    const outcome = await this.on.store.add(added, line, UNSENT_MAX);
    const { id, name, kind, size } = file;
    switch (outcome) {
      case 'kept':
        return { view: { id, name, kind, size }, isReplayed: false };
      case 'key-used':
        return this.afterAll(found, { id, name, kind, size }, { key, bodyHash }, reader);
      case 'full':
      case 'outside': {
        const detail = outcome === 'full' ? FULL : OUTSIDE;
        return this.refused(reader, ADD, { code: 'COMMAND_NOT_POSSIBLE', detail }, caseId);
      }
    }
  }

  /** A repeat was a moment faster, or the key is of something else. */
  private async afterAll(
    found: StoredCase,
    view: AttachmentView,
    { key, bodyHash }: { readonly key: string; readonly bodyHash: string },
    reader: Reader,
  ): Promise<KeptAttachment | Refusal> {
    const used = await this.on.cases.findByKey(reader.assignment, key);
    if (used?.bodyHash !== bodyHash) return this.reused(reader, found.id);
    await this.on.access.append([this.line(reader, ADD, found)]);
    return { view, isReplayed: true };
  }

  /** @returns a refusal to whoever may not write a message in the case; no party is told that there is one */
  private async opened(
    path: string,
    caseId: string,
    reader: Reader,
    key?: string,
  ): Promise<Open | Refusal> {
    const caller = key === undefined ? undefined : { caller: reader.assignment, key };
    const loaded = await this.on.cases.load(caseId, caller);
    const found = loaded.case;
    const type = this.on.registry.byPath(path)?.definition.type;
    if (found === null || found.type !== type || !loaded.parties.includes(reader.unit)) {
      return NOT_THERE;
    }
    const refusal = this.mayWrite(found, reader);
    return refusal ?? { found, used: loaded.idempotency };
  }

  /** Whoever may send a message, whatever the state of the case, and is shown what was written in it. */
  private mayWrite({ type, state }: StoredCase, reader: Reader): Refusal | null {
    const workflow = this.on.registry.of(type, state.workflowVersion);
    const command = commandNamed(workflow.definition, SEND);
    if (command === undefined) return NOT_THERE;
    const relation = relationByState(workflow.definition, state, reader.unit);
    const reads = judgeAccess({ asks: 'read', reading: 'attachment', type, relation, by: reader });
    const asked = bare({ workflow, command, reader, now: this.on.clock.now() });
    return mayGive(asked, state) ?? (reads.isAllowed ? null : reads.refusal);
  }

  /** @returns a refusal when the case takes no more messages */
  private isOver({ type, state }: StoredCase): Refusal | null {
    const { definition } = this.on.registry.of(type, state.workflowVersion);
    const command = commandNamed(definition, SEND);
    if (command === undefined) return NOT_THERE;
    const verdict = judge(definition, state, command, definition.main, null);
    if (verdict?.because !== 'state') return null;
    return { code: 'COMMAND_NOT_POSSIBLE', detail: command.possibleWhen };
  }

  private reused(reader: Reader, caseId: string): Promise<Refusal> {
    return this.refused(reader, ADD, { code: 'IDEMPOTENCY_KEY_REUSED' }, caseId);
  }

  private line(reader: Reader, action: string, { id, personId }: StoredCase) {
    return accessLine(reader, action, this.on.clock.now(), id, personId);
  }

  private async refused(
    reader: Reader,
    action: string,
    refusal: Refusal,
    caseId: string,
  ): Promise<Refusal> {
    const now = this.on.clock.now();
    const line = accessLine(reader, `refused:${action}:${refusal.code}`, now, caseId, null);
    await this.on.access.append([line]);
    return refusal;
  }
}
