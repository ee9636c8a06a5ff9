import { freeText, idField, instantField, lineText } from '@hemgang/engine';
import type { Instant, Text } from '@hemgang/kernel';
import { z } from 'zod';

/** What happened so far, as the older system knows it; its other fields are the command's own. */
const event = z.looseObject({
  type: idField,
  occurredAt: instantField,
  /** Who did it; left out, the ward. */
  unit: idField.optional(),
});

const line = z.strictObject({
  /** The older system, and the case's id in it: together they are imported once. */
  source: lineText,
  id: lineText,
  patient: z.looseObject({ number: freeText }),
  ward: idField,
  /** Whom the inskrivningsmeddelande went to. */
  receivers: z.array(idField).max(100).default([]),
  events: z.array(event).min(1).max(1_000),
});

/** A case of an older system, read but not judged yet. */
export interface ImportCase {
  /** The line of the file, from 1. */
  readonly line: number;
  readonly source: string;
  readonly id: string;
  readonly ward: string;
  readonly events: readonly ImportEvent[];
}

export interface ImportEvent {
  readonly type: string;
  readonly occurredAt: Instant;
  readonly unit: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What is wrong with a line, in words that repeat nothing of the patient's. */
export interface ImportFault {
  readonly line: number;
  readonly why: Text;
}

/** Reads a file of cases, one JSON object a line; empty lines are left out. */
export function readImport(text: string): {
  readonly cases: readonly ImportCase[];
  readonly faults: readonly ImportFault[];
} {
  const cases: ImportCase[] = [];
  const faults: ImportFault[] = [];
  const seen = new Map<string, number>();
  for (const [index, written] of text.split('\n').entries()) {
    if (written.trim() === '') continue;
    const found = readLine(written, index + 1);
    if ('why' in found) {
      faults.push(found);
      continue;
    }
    const key = JSON.stringify([found.source, found.id]);
    const before = seen.get(key);
    if (before === undefined) cases.push(found);
    else
      faults.push(
        fault(found.line, `samma ärende som rad ${before}`, `the same case as line ${before}`),
      );
    seen.set(key, before ?? found.line);
  }
  return { cases, faults };
}

function readLine(written: string, number: number): ImportCase | ImportFault {
  const json = parsed(written);
  if (json === undefined)
    return fault(number, 'går inte att läsa som JSON', 'cannot be read as JSON');
  const read = line.safeParse(json);
  if (!read.success) {
    const places = read.error.issues.map(({ path }) => path.join('.') || 'raden').join(', ');
    return fault(number, `fel eller saknas: ${places}`, `wrong or missing: ${places}`);
  }
  const { events, patient, receivers, ...rest } = read.data;
  const [first, ...others] = events.map(({ type, occurredAt, unit, ...body }) => ({
    type,
    occurredAt,
    unit: unit ?? rest.ward,
    body: withReceivers(type, body, receivers),
  }));
  if (first?.type !== OPENING || others.some(({ type }) => type === OPENING)) {
    return fault(
      number,
      'börjar inte med en admit, och bara en',
      'does not begin with one admit only',
    );
  }
  const opening = { ...first, body: { ...first.body, patient } };
  return { line: number, ...rest, events: [opening, ...others] };
}

const OPENING = 'admit';

/** The receivers of the case are those of the notice, unless the notice says others. */
function withReceivers(
  type: string,
  body: Readonly<Record<string, unknown>>,
  receivers: readonly string[],
): Readonly<Record<string, unknown>> {
  return type === 'send-inskrivningsmeddelande' ? { receivers, ...body } : body;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function fault(line: number, sv: string, en: string): ImportFault {
  return { line, why: { sv, en } };
}
