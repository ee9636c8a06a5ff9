import type { Directory } from '@hemgang/directory';
import type { Clock, Refusal, Text } from '@hemgang/kernel';
import type { Database, Incident } from '@hemgang/store';
import type { IncidentSummaryView, IncidentView, Page } from './case-view';
import { directoryFor, personView, unitView } from './names';
import type { Reader } from '@hemgang/access';
import { BAD_CURSOR, type PageRequest } from './paging';
import { accessLine } from './write';

const KINDS: Readonly<Record<string, Text>> = {
  'wrong-person': { sv: 'Uppgifter om fel person', en: 'Facts of the wrong person' },
};

/** A draft's id is a PostgreSQL bigint. */
const ID = /^[1-9]\d{0,17}$/;

/** What the drafts stand on. */
export interface IncidentResources {
  readonly database: Database;
  readonly clock: Clock;
  directory(): Directory;
}

/**
 * Drafts of incidents, for the unit that answers for them: who opened what. Nobody else can read
 * them, not even the other parties of the case.
 */
export class Incidents {
  constructor(private readonly on: IncidentResources) {}

  /** The drafts of the reader's unit, the latest first. */
  async list(
    reader: Reader,
    { cursor, limit }: PageRequest,
  ): Promise<Page<IncidentSummaryView> | Refusal> {
    return this.on.database.read(reader, async (query) => {
      const page = await query.incidents(reader.unit, cursor, limit);
      if (page.kind === 'bad-cursor') return BAD_CURSOR;
      const line = accessLine(reader, 'list:incidents', this.on.clock.now(), null, null);
      const shown = page.items.flatMap(({ person, caseId, version }) =>
        person === null || version === null ? [] : [{ person, caseId, version }],
      );
      await query.appendList(line, shown);
      return { items: page.items.map((row) => summaryView(row, reader)), next: page.next };
    });
  }

  /** One draft with who had opened the case. Another unit's looks like there being none. */
  async one(id: string, reader: Reader): Promise<IncidentView | Refusal> {
    return this.on.database.read(reader, async (query) => {
      const found = ID.test(id) ? await query.incident(reader.unit, Number(id)) : null;
      const at = this.on.clock.now();
      const action = found === null ? 'refused:read:incident' : 'read:incident';
      const { caseId = null, person = null } = found?.incident ?? {};
      await query.appendAccess([accessLine(reader, action, at, caseId, person)]);
      if (found === null) return { code: 'NOT_FOUND' };
      const directory = directoryFor(this.on.directory(), reader);
      return {
        ...summaryView(found.incident, reader),
        openings: found.openings.map((opening) => ({
          at: opening.at,
          staff: personView(directory, opening.staff) ?? { id: opening.staff, name: '' },
          unit: unitView(directory, opening.unit),
          action: opening.action,
        })),
      };
    });
  }
}

function summaryView(row: Incident, { language }: Reader): IncidentSummaryView {
  const { id, caseId, seq, kind, createdAt } = row;
  return { id: String(id), caseId, seq, kind, text: KINDS[kind]?.[language] ?? kind, createdAt };
}
