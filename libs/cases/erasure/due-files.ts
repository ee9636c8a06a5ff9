import type { Directory } from '@hemgang/directory';
import type { Instant, LocalDate } from '@hemgang/kernel';
import type { ErasureStore, HeldCase } from '@hemgang/store';
import { dueFrom, fileKind, RETENTION, type FileKind, type HeldFile } from './retention';
import type { RetentionTerms } from './terms';

/** What a controller holds about one person, and since when it may go. */
export interface PersonFile {
  readonly person: string;
  readonly cases: readonly string[];
  readonly copies: number;
  readonly kind: FileKind;
  readonly last: Instant;
  /** A case of hers is under way: nothing of it goes. */
  readonly isOpen: boolean;
  /** From which day on it may go; null: nobody can tell, so it stays. */
  readonly due: LocalDate | null;
}

/**
 * What a controller holds, person by person: a file is all that it holds about somebody, and its last
 * entry is the last event of any of her cases.
 */
export async function personFiles(
  store: ErasureStore,
  directory: Directory,
  controller: string,
  terms: RetentionTerms,
): Promise<readonly PersonFile[]> {
  const units = directory.rows.units.filter((unit) => unit.controller === controller);
  const kinds = new Map(units.map(({ id, kind }) => [id, kind]));
  const form = directory.controller(controller)?.form ?? 'authority';
  const byPerson = new Map<string, HeldCase[]>();
  for await (const held of store.heldCases(controller, [...kinds.keys()])) {
    byPerson.set(held.person, [...(byPerson.get(held.person) ?? []), held]);
  }
  return [...byPerson].map(([person, held]) => {
    const file: HeldFile = {
      form,
      units: [
        ...new Set(held.flatMap(({ units: own }) => own.flatMap((id) => kinds.get(id) ?? []))),
      ],
      aboutChild: held.some(({ aboutChild }) => aboutChild),
      last: held.reduce((last, each) => (each.last > last ? each.last : last), ''),
      number: held[0]?.number ?? null,
    };
    const kind = fileKind(file);
    return {
      person,
      cases: held.map(({ caseId }) => caseId),
      copies: held.reduce((sum, { copies }) => sum + copies, 0),
      kind,
      last: file.last,
      isOpen: held.some(({ isOpen }) => isOpen),
      due: dueFrom(file, { ...RETENTION[kind], years: terms[kind].years }),
    };
  });
}

/** Whether a file may go on a day. */
export function isDue({ isOpen, due }: PersonFile, on: LocalDate): boolean {
  return !isOpen && due !== null && due < on;
}
