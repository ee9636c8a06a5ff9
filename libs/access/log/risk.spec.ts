import type { LoggedLine } from '@hemgang/store';
import { PatientsPerHour, RandomSample, riskReasons, type RiskNames } from './risk';

const PATIENT = {
  person: '11111111-1111-4111-8111-111111111111',
  caseId: null,
  number: '19420101-0000',
  numberKind: 'personnummer',
  name: 'Karin Åström',
};

const line = (more: Partial<LoggedLine> = {}): LoggedLine => ({
  id: 1,
  // 11:00 in Sweden.
  at: '2026-03-10T10:00:00.000Z',
  staff: 'anna',
  assignment: 'anna-ward',
  unit: 'ward',
  action: 'read:case',
  purpose: 'care',
  session: 1,
  caseId: '22222222-2222-4222-8222-222222222222',
  patients: [PATIENT],
  hadPart: true,
  ...more,
});

const names: RiskNames = {
  nameOf: (staff) => ({ anna: 'Anna Lundgren', kent: 'Kent ÅSTRÖM' })[staff] ?? null,
  colleagues: new Set(['Anna Lundgren', 'Maria Forsberg']),
  isByDay: (unit) => unit !== 'ward',
};

const reasons = (more: Partial<LoggedLine>, inHour = 1) => riskReasons(line(more), names, inHour);

describe('a line of the access log is looked at', () => {
  it('not when it is as ordinary as any', () => {
    expect(reasons({})).toEqual([]);
  });

  it('when the patient has the surname of who read', () => {
    expect(reasons({ staff: 'kent' })).toEqual(['same-surname']);
  });

  it('when the patient is a colleague', () => {
    const patients = [{ ...PATIENT, name: 'Maria Forsberg' }];
    expect(reasons({ patients })).toEqual(['colleague']);
  });

  it('when the unit took no part in the case at that time, also when it was refused', () => {
    expect(reasons({ hadPart: false })).toEqual(['no-relation']);
    const refused = { action: 'refused:read:case', patients: [], hadPart: false };
    expect(reasons(refused)).toEqual(['no-relation']);
  });

  it('when it is night where nobody works at night', () => {
    const at = '2026-03-10T01:00:00.000Z';
    expect(reasons({ at })).toEqual([]);
    expect(reasons({ at, unit: 'health-centre' })).toEqual(['night']);
    expect(reasons({ at, unit: 'health-centre', action: 'list:cases' })).toEqual([]);
  });

  it('when somebody opens many patients within an hour', () => {
    const perHour = new PatientsPerHour();
    const minute = (n: number) => `2026-03-10T10:${String(n).padStart(2, '0')}:00.000Z`;
    const counts = Array.from({ length: 40 }, (_, n) => {
      const patients = [{ ...PATIENT, person: `person ${n}` }];
      return perHour.note(line({ at: minute(n), patients }));
    });
    expect(counts.at(-1)).toBe(40);
    expect(reasons({}, counts.at(-1))).toEqual(['many-patients']);
    expect(perHour.note(line({ at: '2026-03-10T13:00:00.000Z' }))).toBe(1);
    expect(perHour.note(line({ action: 'list:cases' }))).toBe(0);
  });

  it('when it was opened in an emergency, and for several reasons at once', () => {
    const more = { action: 'emergency:read:case', staff: 'kent', hadPart: false };
    expect(reasons(more)).toEqual(['same-surname', 'no-relation', 'break-glass']);
  });

  it('never when no patient is in it, or the system did it', () => {
    expect(reasons({ patients: [], caseId: null, hadPart: true })).toEqual([]);
    expect(reasons({ staff: null, hadPart: false })).toEqual([]);
  });

  it('by chance as often as any other', () => {
    const picked = new Map<number, number>();
    let state = 7;
    const random = () => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return state / 2 ** 31;
    };
    for (let round = 0; round < 2_000; round += 1) {
      const sample = new RandomSample<number>(2, random);
      for (let item = 0; item < 10; item += 1) sample.offer(item);
      for (const item of sample.items) picked.set(item, (picked.get(item) ?? 0) + 1);
    }
    // Each of ten is picked in a fifth of the rounds: 400, give or take.
    for (let item = 0; item < 10; item += 1) {
      expect(Math.abs((picked.get(item) ?? 0) - 400)).toBeLessThan(100);
    }
  });
});
