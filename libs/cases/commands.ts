import { randomUUID } from 'node:crypto';
import type { CaseState, CommandDeclaration } from '@hemgang/engine';
import type { Clock, Refusal } from '@hemgang/kernel';
import type { AccessLine, CaseStore, CaseWrite, StoredCase } from '@hemgang/store';
import { vasterbottenAssumed } from '@workflows/agreement';
import type { CaseView } from './case-view';
import { bodyHash, replayOf, type KeyUse } from './idempotency';
import { commandNamed, decide, decideOpening, mayGive, type Asked, type Decision } from './decide';
import { isRefusal, openEnvelope, type Envelope, type Incoming } from './envelope';
import { notFound } from './refusals';
import type { Lookup } from './lookup';
import type { Reader } from './reader';
import type { RegisteredWorkflow, WorkflowRegistry } from './registry';
import type { Views } from './views';
import { writeOf } from './write';

/** How often a command without If-Match is decided anew when others keep winning. */
const DECISIONS_MAX = 3;

/** What came of a command. A replay answers as the first time, with the present view. */
export type CommandAnswer =
  | {
      readonly ok: true;
      readonly status: 200 | 201;
      readonly caseId: string;
      readonly version: number;
      readonly replayed: boolean;
      readonly view: CaseView;
    }
  | { readonly ok: false; readonly refusal: Refusal };
