import { randomUUID } from 'node:crypto';
import { derivedUrls } from '@hemgang/config';
import { openDatabases, type Databases, type Query, type Reader } from '@hemgang/store';
import { ANNA, contentsOf, County, HELENA, MARIA, query, recordFinding } from '@hemgang/testing';

jest.setTimeout(120_000);

/** At another ward of the same controller as Anna's. */
const OTHER_WARD = 'johan-holmgren-nus-geriatrik-1';

interface Target {
  readonly case: string;
  readonly type: string;
  readonly person: string;
  /** A party of the case, in whose name is asked. */
  readonly unit: string;
  readonly incident: number;
  /** A file that the party keeps in the case. */
  readonly attachment: string;
}

const NOW = '2199-01-01T00:00:00.000Z';
const ALL = 200;

const caseIds = (items: readonly { readonly caseId: string }[]) => items.map((each) => each.caseId);

/**
 * Everything that can be asked inside `Database.read`, asked for the target with the target's own
 * names, as a program would that has forgotten to ask who is reading. @returns the cases whose rows came back
 */
const READS: Readonly<
  Record<string, (asked: Query, target: Target, reader: Reader) => Promise<readonly string[]>>
> = {
  caseView: async (asked, target) => {
    const found = await asked.caseView(target.case, true);
    return found === null ? [] : [found.case.id];
  },
  earlierStay: async (asked, target) => {
    const found = await asked.earlierStay(target.case);
    return found === null ? [] : [found.case.id];
  },
  casesOf: async (asked, { unit, type }) => {
    const page = await asked.casesOf(unit, type, null, ALL);
    return page.kind === 'page' ? page.items.map((each) => each.case.id) : [];
  },
  casesAmong: async (asked, { unit, ...target }) =>
    (await asked.casesAmong(unit, [target.case])).map((each) => each.case.id),
  staysOf: async (asked, { person, unit }) =>
    (await asked.staysOf(person, unit)).map((each) => each.case.id),
  staysOnWard: async (asked, { unit }) =>
    (await asked.staysOnWard(unit)).map((each) => each.case.id),
  homecomings: async (asked, { unit }) => (await asked.homecomings(unit)).map((each) => each.case),
  worklist: async (asked, { unit }) => {
    const page = await asked.worklist([unit], { now: NOW, reader: 'maria' }, null, ALL);
    return page.kind === 'page' ? caseIds(page.items) : [];
  },
  savedViews: async (asked, { unit }) => {
    await asked.savedViews(unit, 'maria');
    return [];
  },
  packs: async (asked) => {
    await asked.packs('county');
    return [];
  },
  pack: async (asked, { attachment: id }) => {
    await asked.pack(id);
    return [];
  },
  agreedMeasures: async (asked) => {
    await asked.agreedMeasures('county');
    return [];
  },
  unread: async (asked, { unit }) => {
    await asked.unread(unit);
    return [];
  },
  notices: async (asked, { unit }) => {
    const page = await asked.notices({ unit, staff: 'maria' }, null, ALL);
    return page.kind === 'page' ? page.items.map((each) => `${each.unit} ${each.caseId}`) : [];
  },
  incidents: async (asked, { unit }) => {
    const page = await asked.incidents(unit, null, ALL);
    return page.kind === 'page' ? page.items.map((each) => `${each.unit} ${each.caseId}`) : [];
  },
  incident: async (asked, { unit, incident }) => {
    const found = await asked.incident(unit, incident);
    return found === null ? [] : [`${found.incident.unit} ${found.incident.caseId}`];
  },
  events: async (asked, target) => (await asked.events(target.case, 0, ALL)).map(() => target.case),
  messageEvents: async (asked, target) =>
    (await asked.messageEvents(target.case, ['admit', 'start-sip'])).map(() => target.case),
  deliveries: async (asked, target) => (await asked.deliveries(target.case)).map(() => target.case),
  takeAttachment: async (asked, { case: caseId, attachment: id, unit }, reader) => {
    // Lines of the access log are written in nobody else's name.
    const by = reader === 'system' ? { staff: '', unit: '' } : reader;
    const line = {
      ...{ at: NOW, staff: by.staff, unit: by.unit, assignment: null, person: null, caseId },
      action: 'read:attachment',
    };
    const lines = { taken: line, refused: line };
    const found = await asked.takeAttachment({ caseId, id, unit, events: [] }, lines);
    return found === null ? [] : [`${unit} ${caseId}`];
  },
  planDraft: async (asked, target) =>
    (await asked.planDraft(target.case)) === null ? [] : [target.case],
  disclosures: async (asked, target) =>
    (await asked.disclosures(target.case)).map(() => target.case),
};

/** What only adds lines to the access log. */
const NOTES = ['appendAccess', 'appendList'];

describe('with the first wall away', () => {
  let county: County;
  let databases: Databases;
  let targets: readonly Target[];
  /** `unit case` of every party there is. */
  let parties: ReadonlySet<string>;

  beforeAll(async () => {
    county = await County.open();
    databases = await openDatabases({
      ...{ databases: derivedUrls(county.databaseUrl), poolSize: 4 },
      applicationName: 'hemgang-test',
    });
    for (let n = 0; n < 2; n += 1) await county.told();
    await county.left();
    await county.admit(undefined, OTHER_WARD);
    await county.sip();
    await tellAll();
    parties = new Set(
      (
        await query<{ word: string }>(
          county.databaseUrl,
          `select unit || ' ' || case_id as word from parties where until is null`,
        )
      ).map(({ word }) => word),
    );
    targets = await query<Target>(
      county.databaseUrl,
      `select c.id as case, c.type, c.person_id as person, p.unit, i.id::int as incident,
              a.id as attachment
       from cases c join parties p on p.case_id = c.id join incidents i on i.case_id = c.id
       join attachments a on a.case_id = c.id and a.unit = p.unit`,
    );
  });

  afterAll(async () => {
    await databases.close();
    await county.close();
  });

  /** A notice, the draft of an incident and a file for each party of each case, and drafts of plans. */
  async function tellAll(): Promise<void> {
    const { databaseUrl } = county;
    const of = `from parties p join cases c on c.id = p.case_id`;
    await query(
      databaseUrl,
      `insert into notices (key, unit, case_id, seq, entry, created_at)
       select gen_random_uuid()::text, p.unit, c.id, 1, 'x', c.opened_at ${of}`,
    );
    await query(
      databaseUrl,
      `insert into deliveries (key, notice, case_id, unit, staff, channel, acute, status, created_at, send_at)
       select key, id, case_id, unit, 'x', 'mail', false, 'sent', created_at, created_at from notices`,
    );
    await query(
      databaseUrl,
      `insert into incidents (case_id, seq, unit, kind, created_at)
       select c.id, row_number() over (partition by c.id), p.unit, 'wrong-person', c.opened_at ${of}`,
    );
    await query(
      databaseUrl,
      `insert into attachments (id, case_id, unit, staff, name, kind, size, sha256, bytes, created_at)
       select gen_random_uuid(), c.id, p.unit, 'x', 'x.txt', 'text', 1, sha256('x'), 'x', c.opened_at
       ${of}`,
    );
    await query(
      databaseUrl,
      `insert into plan_drafts (case_id, version, since, words, saved_by, saved_unit, saved_at)
       select id, 1, 1000, '{}', 'x', 'x', opened_at from cases`,
    );
    await query(
      databaseUrl,
      `insert into incident_openings (incident, at, staff, unit, action)
       select id, created_at, 'x', unit, 'read:case' from incidents`,
    );
  }

  it('asks everything that can be asked', async () => {
    const names = await databases.reads.read('system', (asked) =>
      Promise.resolve(Object.getOwnPropertyNames(Object.getPrototypeOf(asked))),
    );
    const known = [...Object.keys(READS), ...NOTES, 'constructor'];
    expect([...names].sort()).toEqual([...known].sort());
  });

  it('no read gives a foreign row, whoever asks and for whatever', async () => {
    const directory = county.service.directory();
    const units = [...new Set([...parties].map((word) => word.split(' ')[0] ?? ''))];
    const strangers = directory.rows.units.filter(({ id }) => !units.includes(id)).slice(0, 3);
    const foreign: string[] = [];
    let asked = 0;
    let own = 0;
    for (const unit of [...units, ...strangers.map(({ id }) => id)]) {
      const controller = directory.controllerOf(unit)?.id ?? '';
      const reader = { unit, controller, staff: 'anybody' };
      const mine = (row: string): boolean => {
        const [first = '', second] = row.split(' ');
        // A notice and a draft are the unit's own; everything else is the parties'.
        return second === undefined ? parties.has(`${unit} ${first}`) : first === unit;
      };
      for (const target of targets) {
        for (const [name, read] of Object.entries(READS)) {
          const rows = await databases.reads.read(reader, (open) => read(open, target, reader));
          asked += 1;
          own += rows.filter(mine).length;
          foreign.push(...rows.filter((row) => !mine(row)).map((row) => `${unit} ${name} ${row}`));
        }
      }
    }
    recordFinding('second-wall', {
      promise: 'The first wall switched off: all reads by every unit for every case',
      figures: { reads: asked, 'own rows': own, 'foreign rows': foreign.length },
    });
    expect(foreign).toEqual([]);
    expect(own).toBeGreaterThan(0);
  });

  it('a controller has its own copies only, also in a case that it shares', async () => {
    const shared = targets.find(
      (each) => each.type === 'discharge' && each.unit === county.reader(MARIA).unit,
    );
    const held = async (user: string) => {
      const { unit, controller, staff } = county.reader(user);
      const reader = { unit, controller, staff };
      const found = await databases.reads.read(reader, (asked) => asked.caseView(shared!.case));
      return found?.contents.map((each) => each.controller) ?? [];
    };
    expect(new Set(await held(ANNA))).toEqual(new Set([county.reader(ANNA).controller]));
    expect(new Set(await held(MARIA))).toEqual(new Set([county.reader(MARIA).controller]));
    expect(await held(HELENA)).toEqual([]);
  });

  it('nobody writes a line of the access log in the name of another', async () => {
    const { staff, unit, controller, assignment } = county.reader(MARIA);
    const before = await contentsOf(county.databaseUrl);
    const line = {
      ...{ at: NOW, staff, unit, assignment, person: null, caseId: randomUUID() },
      ...{ action: 'read:case', purpose: 'care', session: null },
    };
    const write = (change: object) =>
      databases.reads.read({ unit, controller, staff }, (asked) =>
        asked.appendAccess([{ ...line, ...change }]),
      );
    await expect(write({ staff: 'anna-lundgren' })).rejects.toThrow('row-level security');
    await expect(write({ unit: 'nus-medicin-2' })).rejects.toThrow('row-level security');
    expect(await contentsOf(county.databaseUrl)).toEqual(before);
  });

  it('who asks for a foreign case leaves a line that names it, as for one that is not there', async () => {
    const reader = county.reader(OTHER_WARD);
    const foreign = targets.find(({ unit }) => unit !== reader.unit)!.case;
    const nowhere = randomUUID();
    for (const id of [foreign, nowhere]) {
      const answer = await county.service.views.case('discharges', id, reader);
      expect(answer).toEqual({ code: 'NOT_FOUND' });
    }
    const lines = await query(
      county.databaseUrl,
      `select case_id as case, person from access_log
       where assignment = $1 and action = 'refused:read:case' order by id`,
      [OTHER_WARD],
    );
    expect(lines).toEqual([foreign, nowhere].map((id) => ({ case: id, person: null })));
  });

  it('an operator’s question as a reader of nobody gives nothing', async () => {
    for (const target of targets) {
      for (const read of Object.values(READS)) {
        const work = (asked: Query) => read(asked, target, 'system');
        expect(await databases.reads.read('system', work)).toEqual([]);
      }
    }
  });
});
