import { open } from 'node:fs/promises';
import { readRecord, verifyLog, type SealRecord } from '@hemgang/access';
import { cannot, type Call, type Command, type Outcome } from './command';
import { verdictOutcome } from './seal-words';
import { withService } from './with-service';

const SUMMARY = {
  sv: 'räknar om den förseglade loggen, ur databasen eller en fil, och säger första felet',
  en: 'computes the sealed log anew, from the database or a file, and says the first fault',
};

const FORM = {
  name: 'audit verify',
  usage: '[--export FILE] [--checkpoints FILE]',
  summary: SUMMARY,
  switches: [],
  values: ['export', 'checkpoints'],
  operands: 0,
} as const;

/** Verifies an export; needs no database and nothing of the service. */
export const auditVerifyExport: Command = { ...FORM, run: (call) => judged(call, verifyExport) };

/** Verifies the database, or an export. */
export const auditVerify: Command = {
  ...FORM,
  run: (call) => judged(call, call.values['export'] === undefined ? verifyDatabase : verifyExport),
};

type Judge = (call: Call, outside: readonly SealRecord[]) => Promise<Outcome>;

async function judged(call: Call, judge: Judge): Promise<Outcome> {
  const held = call.values['checkpoints'];
  try {
    const outside: SealRecord[] = [];
    if (held !== undefined) for await (const record of recordsOf(held)) outside.push(record);
    return await judge(call, outside);
  } catch (error) {
    if (error instanceof NotRecords) return cannot(error.sv, error.en);
    throw error;
  }
}

async function verifyExport({ values, language }: Call, outside: readonly SealRecord[]) {
  const verdict = await verifyLog(recordsOf(values['export'] ?? ''), outside);
  return verdictOutcome(verdict, language);
}

function verifyDatabase(call: Call, outside: readonly SealRecord[]): Promise<Outcome> {
  return withService(call, async ({ auditing }) =>
    verdictOutcome(await auditing.audit.verify(outside), call.language),
  );
}

/** A file that cannot be read, or a line of it that is no record. */
class NotRecords extends Error {
  constructor(
    readonly sv: string,
    readonly en: string,
  ) {
    super(en);
  }
}

/** @param path from where the command was given */
async function* recordsOf(path: string): AsyncGenerator<SealRecord> {
  const file = await open(path).catch(() => {
    throw new NotRecords('Filen går inte att läsa.', 'The file cannot be read.');
  });
  let number = 0;
  // Closes the file at its end.
  for await (const line of file.readLines()) {
    number += 1;
    const record = readRecord(line);
    if (record === null) {
      throw new NotRecords(
        `Rad ${number} i filen är ingen post i en förseglad logg.`,
        `Line ${number} of the file is no record of a sealed log.`,
      );
    }
    yield record;
  }
}
