import type { Instant } from '@hemgang/kernel';
import type { WebhookKind } from './webhook-kinds';

/** Before each kind: CloudEvents asks for the reversed name of a domain. */
const PREFIX = 'se.hemgang.';

/** A fact that one unit is told: ids, kinds and times, and nothing else. */
export interface WebhookFact {
  /** The same at each try and at each endpoint, for ever. */
  readonly key: string;
  readonly kind: WebhookKind;
  readonly unit: string;
  readonly caseId: string;
  readonly caseType: string;
  /** Number of the event in its case. */
  readonly seq: number;
  /** What was told, or which step of a reminder. */
  readonly entry: string | null;
  readonly duty: string | null;
  readonly dutyKind: string | null;
  readonly dueAt: Instant | null;
  readonly at: Instant;
}

/** The body: a CloudEvent 1.0 in structured JSON. @param source names this installation */
export function cloudEvent(fact: WebhookFact, source: string): string {
  const { key, kind, caseId, at, unit, caseType, seq, entry, duty, dutyKind, dueAt } = fact;
  const ofDuty = duty === null ? {} : { duty, dutyKind, due: dueAt };
  return JSON.stringify({
    specversion: '1.0',
    id: key,
    source,
    type: `${PREFIX}${kind}`,
    subject: caseId,
    time: at,
    datacontenttype: 'application/json',
    data: { unit, caseType, event: seq, ...(entry === null ? {} : { entry }), ...ofDuty },
  });
}
