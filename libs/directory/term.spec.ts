import { NO_COVER } from './cover/cover-data';
import { LivingDirectory } from './living-directory';
import type { Assignment, DirectoryRows } from './rows';
import { confirmBy, endOf, TERM_POLICY, type Term } from './term';

const NOW = '2026-03-02T10:00:00.000Z';
const LATER = '2026-03-12T10:00:00.000Z';
const LONG_AFTER = '2028-01-01T10:00:00.000Z';

function withTerm(term?: Term): Assignment {
  const row = { id: 'anna-ward', staff: 'anna', unit: 'ward', roles: ['ward-staff'] as const };
  return { ...row, employee: null, commission: null, ...(term && { term }) };
}

function rowsWith(assignment: Assignment): DirectoryRows {
  return {
    huvudman: [{ id: 'region-24', name: 'Region', code: '24' }],
    controllers: [{ id: 'board', huvudman: 'region-24', name: 'Board', form: 'authority' }],
    units: [
      {
        ...{ id: 'ward', controller: 'board', kind: 'ward', name: 'Ward', phone: '0980-319 205' },
        ...{ sensitive: false, municipality: null, closedInto: null, ownWard: null },
        external: null,
      },
    ],
    hospitals: [],
    staff: [{ id: 'anna', name: 'Anna' }],
    assignments: [assignment],
    standingContacts: [
      { unit: 'ward', staff: 'anna', phone: '0980-319 206', from: '2026-01-01', until: null },
    ],
    cover: NO_COVER,
  };
}

const works = (term: Term | undefined, at: string, policy = TERM_POLICY): boolean =>
  new LivingDirectory(rowsWith(withTerm(term)), 1, policy).at(at).worksAt('ward', 'anna');

describe('an assignment', () => {
  it('without a term holds until further notice', () => {
    expect([works(undefined, NOW), works(undefined, LONG_AFTER)]).toEqual([true, true]);
  });

  it('begins and ends to the millisecond', () => {
    const term = { from: NOW, until: LATER, confirmedAt: NOW };
    const at = ['2026-03-02T09:59:59.999Z', NOW, '2026-03-12T09:59:59.999Z', LATER];
    expect(at.map((time) => works(term, time))).toEqual([false, true, true, false]);
  });

  it('that nobody confirms is locked after a year and a month, where anything is locked', () => {
    const term = { confirmedAt: NOW };
    expect(confirmBy(withTerm(term), TERM_POLICY)).toBe('2027-03-02T10:00:00.000Z');
    expect(endOf(withTerm(term), TERM_POLICY)).toBe('2027-04-01T10:00:00.000Z');
    expect(works(term, '2027-04-01T09:59:59.999Z')).toBe(true);
    expect(works(term, '2027-04-01T10:00:00.000Z')).toBe(false);
    expect(works(term, LONG_AFTER, { ...TERM_POLICY, locks: false })).toBe(true);
  });

  it('of a stand-in needs no confirmation: it ends anyhow', () => {
    const term = { until: LATER, standIn: 'Sjukdom', confirmedAt: NOW };
    expect(confirmBy(withTerm(term), TERM_POLICY)).toBeNull();
    expect(endOf(withTerm(term), TERM_POLICY)).toBe(LATER);
  });
});

describe('a living directory', () => {
  it('is the same object until it stands otherwise, also when time is set back', () => {
    const living = new LivingDirectory(rowsWith(withTerm({ until: LATER })), 1, TERM_POLICY);
    const now = living.at(NOW);
    expect(living.at('2026-03-05T10:00:00.000Z')).toBe(now);
    const after = living.at(LATER);
    expect(after).not.toBe(now);
    expect(living.at(LONG_AFTER)).toBe(after);
    expect(living.at(NOW).worksAt('ward', 'anna')).toBe(true);
  });

  it('has no standing contact who has left, and still knows her name', () => {
    const living = new LivingDirectory(rowsWith(withTerm({ until: LATER })), 1, TERM_POLICY);
    expect(living.at(NOW).standingContactOf('ward', '2026-03-02')?.staff).toBe('anna');
    expect(living.at(LATER).standingContactOf('ward', '2026-03-12')).toBeUndefined();
    expect(living.at(LATER).staff('anna')?.name).toBe('Anna');
  });
});
