import { HOUR_MS, plusMs } from '@hemgang/kernel';
import type { ResponsibleMunicipality } from '@workflows/discharge';
import type { Candidate, CandidateOpening, KnownFacts } from './known-facts';
import {
  candidate,
  clinic,
  COUNTY,
  knownFacts,
  LYCKSELE,
  NOW,
  UMEA,
  unitsOf,
  VANNAS,
} from './known-facts.fixture';
import { receiverWarnings } from './receiver-warnings';
import { warningWords } from './warning-words';

const warnings = (unit: Candidate, facts: KnownFacts = knownFacts()) =>
  receiverWarnings(unit, facts, unitsOf(unit));
const unit = (id: string): Candidate => COUNTY.find((each) => each.id === id) ?? candidate(id);
const decides = (municipality: string, from: string): ResponsibleMunicipality => ({
  ...{ role: 'decides', municipality, from, basis: 'SoL 29:10' },
});
const opening = (more: Partial<CandidateOpening>): Candidate =>
  candidate('x', {
    ...{ municipality: VANNAS },
    opening: { isOpen: true, until: plusMs(NOW, 5 * HOUR_MS), isCoveredClosed: false, ...more },
  });

describe('what a ward is told of a unit before it sends', () => {
  it('is nothing when the unit is the right one', () => {
    expect(['vannas', 'hsv-vannas', 'hc-vannas'].flatMap((id) => warnings(unit(id)))).toEqual([]);
  });

  it.each<[string, string, KnownFacts, object[]]>([
    [
      'of another municipality than the one that decides',
      'umea-norr',
      knownFacts(),
      [{ key: 'other-municipality', role: 'decides', municipality: UMEA, holder: VANNAS }],
    ],
    [
      'of the municipality of registration, when another has placed her',
      'vannas',
      knownFacts({}, { placedBy: UMEA }),
      [{ key: 'other-municipality', role: 'decides', municipality: VANNAS, holder: UMEA }],
    ],
    [
      'of another municipality than the one that gives health care',
      'hsv-norr',
      knownFacts({}, { placedBy: UMEA }),
      [{ key: 'other-municipality', role: 'health-care', municipality: UMEA, holder: VANNAS }],
    ],
    [
      'whose municipality decided until yesterday',
      'vannas',
      knownFacts({}, { later: [decides(UMEA, '2026-03-03')] }),
      [
        {
          ...{ key: 'role-ended', role: 'decides', municipality: VANNAS, holder: UMEA },
          from: '2026-03-03',
        },
      ],
    ],
    [
      'whose municipality decides from tomorrow',
      'umea-norr',
      knownFacts({}, { later: [decides(UMEA, '2026-03-05')] }),
      [
        {
          ...{ key: 'role-not-begun', role: 'decides', municipality: UMEA, holder: VANNAS },
          from: '2026-03-05',
        },
      ],
    ],
    [
      'of a kind that nobody has judged to be needed',
      'hsv-vannas',
      knownFacts({ needs: { socialServices: true, municipalHealthCare: false, openCare: false } }),
      [{ key: 'not-needed', kind: 'municipal-health' }],
    ],
    [
      'at which she is not listed',
      'ersboda',
      knownFacts({ listedAt: 'teg' }),
      [{ key: 'not-listed-here', listedAt: 'Enhet teg' }],
    ],
    ['that has sent it back', 'vannas', knownFacts({ gone: ['vannas'] }), [{ key: 'sent-back' }]],
  ])('tells of a unit %s', (_what, id, facts, expected) => {
    expect(warnings(unit(id), facts)).toEqual(expected);
  });

  it('names the day on which another took over, whoever has it now', () => {
    const later = [decides(UMEA, '2026-03-03'), decides(LYCKSELE, '2026-03-04')];
    expect(warnings(unit('vannas'), knownFacts({}, { later }))).toMatchObject([
      { key: 'role-ended', holder: LYCKSELE, from: '2026-03-03' },
    ]);
  });

  it('is nothing of the municipality that carries measures out for another (SoL 29:5)', () => {
    const executes: ResponsibleMunicipality = {
      ...{ role: 'executes', municipality: UMEA, from: '2026-03-02', basis: 'SoL 29:5' },
    };
    expect(warnings(unit('umea-norr'), knownFacts({}, { later: [executes] }))).toEqual([]);
  });

  it('is nothing of where she belongs when nobody knows it, or it must not be told', () => {
    expect(warnings(unit('umea-norr'), knownFacts({}, { home: null }))).toEqual([]);
    const hidden = knownFacts({ roles: null, listedAt: null });
    expect(COUNTY.flatMap((each) => warnings(each, hidden))).toEqual([]);
  });

  it('is that a unit is closed, and what stands in its place', () => {
    const own = { municipality: VANNAS };
    expect(warnings(candidate('x', { ...own, closedInto: 'vannas' }))).toEqual([
      { key: 'merged', into: 'Enhet vannas' },
    ]);
    expect(warnings(candidate('x', { ...own, closedInto: 'x' }))).toEqual([
      { key: 'merged', into: null },
    ]);
  });

  it('is that nobody there has an account', () => {
    const own = { municipality: VANNAS };
    expect(warnings(candidate('x', { ...own, isOutside: true, hasStaff: false }))).toEqual([
      { key: 'outside' },
    ]);
    expect(warnings(candidate('x', { ...own, hasStaff: false }))).toEqual([
      { key: 'nobody-there' },
    ]);
  });

  it('is that it is closed, or soon, and nobody who may decide reads then', () => {
    const soon = plusMs(NOW, HOUR_MS);
    expect(warnings(opening({ isOpen: false }))).toMatchObject([{ key: 'closed-now' }]);
    expect(warnings(opening({ until: soon }))).toEqual([{ key: 'closes-soon', until: soon }]);
    expect(warnings(opening({ until: plusMs(soon, 1) }))).toEqual([]);
    expect(warnings(opening({ isOpen: false, isCoveredClosed: true }))).toEqual([]);
    expect(warnings(opening({ until: null }))).toEqual([]);
  });

  it('says what is so and what happens then, in both languages', () => {
    const closed = candidate('x', {
      ...{ kind: 'halsocentral', hasStaff: false, closedInto: 'teg' },
      opening: { isOpen: false, until: NOW, isCoveredClosed: false },
    });
    const facts = knownFacts({
      ...{ listedAt: 'ersboda', gone: ['x', 'umea-norr'] },
      needs: { socialServices: false, municipalHealthCare: false, openCare: false },
    });
    const all = [
      ...[closed, unit('umea-norr'), clinic('y', UMEA, { isOutside: true })].flatMap((each) =>
        warnings(each, facts),
      ),
      ...warnings(unit('vannas'), knownFacts({}, { later: [decides(UMEA, '2026-03-03')] })),
      ...warnings(unit('umea-norr'), knownFacts({}, { later: [decides(UMEA, '2026-03-05')] })),
      ...warnings(opening({ until: NOW })),
    ];
    expect(new Set(all.map(({ key }) => key)).size).toBe(11);
    for (const warning of all) {
      const [sv, en] = (['sv', 'en'] as const).map((language) =>
        warningWords(warning, (code) => `Kommun ${code}`, language),
      );
      for (const words of [sv, en]) {
        expect(words?.text).toMatch(/^\p{Lu}.*\.$/u);
        expect(words?.then).toMatch(/^\p{Lu}.*\.$/u);
      }
      expect(en?.text).not.toBe(sv?.text);
      expect(en?.then).not.toBe(sv?.then);
    }
  });
});
