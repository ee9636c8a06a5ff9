import { HOUR_MS, MINUTE_MS, plusMs, type Instant } from '@hemgang/kernel';
import { ANNA, contentsOf, County, HELENA, MARIA, query } from '@hemgang/testing';
import { isRefusal } from '../envelope';
import type { PreviewView } from './preview-view';

/** Carries out what Maria's unit has decided. */
const EXECUTOR = 'umea-norrskenet-hemtjanst';

interface Step {
  readonly command: string;
  readonly user: string;
  readonly body?: () => object;
}

/** What became of a command, as it was written. */
interface Written {
  readonly told: readonly string[];
  readonly opened: readonly string[];
  readonly closed: readonly string[];
  readonly dues: readonly (Instant | null)[];
}

describe('what a command would lead to', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });
  afterAll(() => county.close());

  const at = (hours: number): Instant => plusMs(county.service.clock.now(), hours * HOUR_MS);

  async function preview(
    path: string,
    id: string,
    { command, user, body }: Step,
    more: { readonly ifVersion?: number } = {},
  ): Promise<PreviewView | { readonly code: string }> {
    const proposed = { body: body?.() ?? {}, ...more };
    return county.service.answered.preview(path, id, command, proposed, county.reader(user));
  }

  /** The preview of a command, which must have written its line in the access log and nothing else. */
  async function foreseen(path: string, id: string, step: Step): Promise<PreviewView> {
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const lines = await linesOf();
    const found = await preview(path, id, step);
    if (isRefusal(found)) throw new Error(`${step.command}: ${JSON.stringify(found)}`);
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
    expect((await linesOf()).slice(lines.length)).toEqual([`read:preview ${id}`]);
    return found as PreviewView;
  }

  const linesOf = async (): Promise<readonly string[]> =>
    (
      await query<{ line: string }>(
        county.databaseUrl,
        `select action || ' ' || case_id as line from access_log order by id`,
      )
    ).map(({ line }) => line);

  async function written(id: string, seq: number, user: string): Promise<Written> {
    const { unit } = county.reader(user);
    const rows = <Row>(text: string) => query<Row>(county.databaseUrl, text, [id, seq]);
    const told = await rows<{ receiver: string }>(
      `select distinct receiver from outbox
       where case_id = $1 and key like $1 || '.' || $2::int || '.%' and job = 'deliver-notices'`,
    );
    const opened = await rows<{ duty: string; due: Date | null }>(
      `select key || ' ' || unit as duty, due_at as due from duties
       where case_id = $1 and opened_seq = $2::int order by 1`,
    );
    const closed = await rows<{ duty: string }>(
      `select key || ' ' || unit || ' ' || outcome as duty from duties
       where case_id = $1 and closed_seq = $2::int order by 1`,
    );
    return {
      told: told
        .map(({ receiver }) => receiver)
        .filter((each) => each !== unit)
        .sort(),
      opened: opened.map(({ duty }) => duty),
      closed: closed.map(({ duty }) => duty),
      dues: opened.map(({ due }) => due?.toISOString() ?? null),
    };
  }

  /** Foresees each step and then takes it: what was said is what happened. */
  async function lives(path: string, id: string, steps: readonly Step[]): Promise<PreviewView[]> {
    const previews: PreviewView[] = [];
    for (const step of steps) {
      const { command, user, body } = step;
      const said = await foreseen(path, id, step);
      const stateBefore = await stateOf(path, id, user);
      const { version, view } = await county.giveAt(path, id, command, user, body?.() ?? {});
      const done = await written(id, version, user);
      const { unit } = county.reader(user);
      const opened = [...said.opened].sort(byOwner);
      expect([command, namesOf(said).filter((each) => each !== unit)]).toEqual([
        command,
        done.told,
      ]);
      expect([command, opened.map(owned)]).toEqual([command, done.opened]);
      expect([command, said.closed.map((each) => `${owned(each)} ${each.outcome}`).sort()]).toEqual(
        [command, done.closed],
      );
      expectNear(
        opened.map(({ dueAt }) => dueAt),
        done.dues,
      );
      expect(said.state?.text ?? stateBefore).toBe((view as { stateText: string }).stateText);
      previews.push(said);
    }
    return previews;
  }

  async function stateOf(path: string, id: string, user: string): Promise<string> {
    const view = await county.service.views.case(path, id, county.reader(user));
    return (view as { stateText: string }).stateText;
  }

  const owned = ({ key, owner }: PreviewView['opened'][number]) => `${key} ${owner.unit.id}`;
  const byOwner = (one: PreviewView['opened'][number], other: PreviewView['opened'][number]) =>
    owned(one) < owned(other) ? -1 : 1;
  const namesOf = ({ told }: PreviewView) => (told ?? []).map(({ unit }) => unit.id).sort();

  /** Times reckoned from now differ by what passed between saying and doing. */
  function expectNear(said: readonly (Instant | null)[], done: readonly (Instant | null)[]): void {
    expect(said.map((each) => each === null)).toEqual(done.map((each) => each === null));
    for (const [index, each] of said.entries()) {
      const other = done[index] ?? null;
      if (each === null || other === null) continue;
      expect(Math.abs(Date.parse(each) - Date.parse(other))).toBeLessThan(MINUTE_MS);
    }
  }

  const ready = (): object => ({ physician: 'Erik Sandström', judgedAt: at(0) });

  it('happens, through a stay', async () => {
    const needs = { socialServices: true, municipalHealthCare: true, openCare: true };
    const { caseId } = await county.admit({ ...county.admission(), needs });
    const previews = await lives('discharges', caseId, [
      {
        command: 'send-inskrivningsmeddelande',
        user: ANNA,
        body: () => ({
          receivers: ['umea-bistand-norr', 'umea-hemsjukvard-norr', 'ersboda-halsocentral'],
          expectedDischargeAt: at(72),
        }),
      },
      { command: 'acknowledge', user: MARIA },
      {
        command: 'answer',
        user: MARIA,
        body: () => ({ answer: 'known', currentMeasures: 'Hemtjänst, larm.' }),
      },
      { command: 'mark-utskrivningsklar', user: ANNA, body: ready },
      { command: 'withdraw-utskrivningsklar', user: ANNA, body: () => ({ reason: 'Feber.' }) },
      { command: 'mark-utskrivningsklar', user: ANNA, body: ready },
      { command: 'report-ready', user: HELENA },
      {
        command: 'plan-start',
        user: MARIA,
        body: () => ({ startAt: at(3), executor: EXECUTOR }),
      },
      { command: 'discharge', user: ANNA },
    ]);
    const clocks = previews.flatMap(({ clock }) => clock?.is ?? []);
    expect(clocks).toEqual(['starts', 'stops', 'starts']);
  });

  it('happens, through a SIP', async () => {
    const { caseId } = await county.sip();
    await lives('sips', caseId, [
      { command: 'offer-sip', user: HELENA },
      {
        command: 'record-consent',
        user: HELENA,
        body: () => ({ givenBy: 'person', way: 'spoken', scope: 'Allt.' }),
      },
      { command: 'call', user: HELENA, body: () => ({ units: ['umea-bistand-norr'] }) },
    ]);
  });

  it('tells who reads at a unit that is told', async () => {
    const { caseId } = await county.admit();
    const receivers = ['umea-bistand-norr', 'lulea-bistand'];
    const { told } = await foreseen('discharges', caseId, {
      command: 'send-inskrivningsmeddelande',
      user: ANNA,
      body: () => ({ receivers, expectedDischargeAt: at(72) }),
    });
    expect(told).toMatchObject([
      { unit: { id: 'umea-bistand-norr' }, opening: { reads: {} } },
      { unit: { id: 'lulea-bistand' }, opening: null },
    ]);
  });

  it('is refused as the command is, and then writes its line only', async () => {
    const { caseId, version } = await county.told();
    const refused: readonly (readonly [Step, { readonly ifVersion?: number }?])[] = [
      [{ command: 'acknowledge', user: 'peter-holmlund-umea-betalning' }],
      [{ command: 'fly-home', user: ANNA }],
      [{ command: 'discharge', user: MARIA }],
      [{ command: 'acknowledge', user: MARIA }, { ifVersion: version - 1 }],
      [{ command: 'take-over', user: MARIA }],
      [{ command: 'acknowledge', user: MARIA, body: () => ({ surprise: 1 }) }],
      [{ command: 'acknowledge', user: MARIA, body: () => ({ occurredAt: at(1) }) }],
      [{ command: 'discharge', user: ANNA }],
    ];
    const codes = new Set<string>();
    for (const [step, more] of refused) {
      const { command, user, body } = step;
      const before = await contentsOf(county.databaseUrl, 'access_log');
      const said = await preview('discharges', caseId, step, more);
      expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
      expect((await linesOf()).at(-1)).toBe(`refused:read:preview ${caseId}`);
      const done = await county.try(caseId, command, user, body?.() ?? {}, more);
      expect(done.ok || said).toEqual(done.ok || done.refusal);
      codes.add((said as { code: string }).code);
    }
    expect([...codes].sort()).toEqual([
      ...['COMMAND_NOT_POSSIBLE', 'NOT_FOUND', 'PAYLOAD_INVALID', 'ROLE_NOT_ALLOWED'],
      ...['RULE_REFUSED', 'TIME_REFUSED', 'VERSION_STALE'],
    ]);
  });

  it('is refused when the patient has another open stay, as the command is', async () => {
    const body = county.admission();
    await county.admit(body);
    const nameless = { number: 'VB2026-000001', name: 'Okänd kvinna', address: 'Okänd adress' };
    const unknown = { ...county.admission(), patient: nameless };
    const { caseId } = await county.admit(unknown);
    const { patient } = body;
    const identify = { command: 'identify-patient', user: ANNA, body: () => ({ patient }) };
    const said = await preview('discharges', caseId, identify);
    const done = await county.try(caseId, identify.command, ANNA, identify.body());
    expect(done.ok || said).toEqual(done.ok || done.refusal);
    expect(said).toMatchObject({ code: 'STAY_ALREADY_OPEN' });
  });

  it('tells the unit that carries out the help no more than its case does', async () => {
    const { caseId } = await county.told();
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, ready());
    const start = { startAt: at(3), executor: EXECUTOR };
    await county.give(caseId, 'plan-start', MARIA, start);
    await county.give(caseId, 'discharge', ANNA);
    const [worker] = county.service.directory().assignmentsOf(EXECUTOR);
    const reader = county.reader(worker?.id ?? '');
    const view = await county.service.views.case('discharges', caseId, reader);
    const { allowedCommands = [], parties = [] } = view as Partial<
      Exclude<typeof view, { code: string }>
    >;
    const [own] = allowedCommands.filter(({ name }) => name === 'take-over');
    const said = await foreseen('discharges', caseId, {
      ...{ command: 'take-over', user: worker?.id ?? '' },
      body: () => ({ ...own?.target }),
    });
    const known = parties.map(({ unit }) => unit.id);
    const named = [...said.opened, ...said.closed, ...said.moved].map(({ owner }) => owner.unit.id);
    expect(named).toContain(EXECUTOR);
    // Who is told is the ward's to see: nothing is said of it, neither that it is nobody.
    expect(said.told).toBeNull();
    expect(named.filter((each) => !known.includes(each))).toEqual([]);
  });
});
