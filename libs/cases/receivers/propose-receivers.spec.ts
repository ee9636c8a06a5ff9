import { instant } from '@hemgang/kernel';
import { times } from '@hemgang/testing';
import fc from 'fast-check';
import { inForce, type ResponsibleMunicipality } from '@workflows/discharge';
import type { Candidate, EarlierReceiver, KnownFacts } from './known-facts';
import {
  candidate,
  clinic,
  COUNTY,
  knownFacts,
  LYCKSELE,
  TODAY,
  UMEA,
  unitsOf,
  VANNAS,
} from './known-facts.fixture';
import { proposeReceivers, type Proposals } from './propose-receivers';

const ENDED = instant('2026-02-20T10:00:00.000Z');
const HOME = { socialServices: true, municipalHealthCare: false, openCare: false };
const NURSING = { socialServices: false, municipalHealthCare: true, openCare: false };
const CLINIC = { socialServices: false, municipalHealthCare: false, openCare: true };

const earlier = (unit: string, more: Partial<EarlierReceiver> = {}): EarlierReceiver => ({
  ...{ unit, endedAt: ENDED, hadMeasures: false, tookOver: true, ...more },
});
const propose = (facts: KnownFacts, ...more: readonly Candidate[]) =>
  proposeReceivers(facts, unitsOf(...more));
/** Unit → keys of its reasons. */
const reasons = ({ proposals }: Proposals) =>
  Object.fromEntries(
    proposals.map(({ unit, because }) => [unit.id, because.map(({ key }) => key)]),
  );
const unknown = ({ unknown: all }: Proposals) => all.map(({ key }) => key);

describe('whom a ward is proposed to send to', () => {
  it('is the units of the municipality where she is registered, and why the open care too', () => {
    const found = propose(knownFacts());
    expect(reasons(found)).toEqual({
      vannas: ['folkbokford', 'only-one'],
      'hsv-vannas': ['folkbokford', 'only-one'],
      'hc-vannas': ['only-one', 'open-care-too'],
    });
    expect(unknown(found)).toEqual(['listing']);
    expect(found.proposals[0]?.because[0]).toMatchObject({
      ...{ role: 'decides', municipality: VANNAS, from: '2026-03-02', rule: 'SoL 29:1' },
    });
  });

  it('is social services of the municipality that has placed her, and home nursing where she lives', () => {
    const needs = { ...NURSING, socialServices: true };
    const found = propose(knownFacts({ needs }, { home: VANNAS, placedBy: LYCKSELE }));
    expect(reasons(found)).toMatchObject({
      lycksele: ['placed-by', 'only-one'],
      'hsv-vannas': ['folkbokford', 'only-one'],
    });
  });

  it('follows the roles of the day: what has been said in the case, from its day on', () => {
    const moved: ResponsibleMunicipality = {
      ...{ role: 'decides', municipality: LYCKSELE, from: '2026-03-05', basis: 'SoL 29:10' },
    };
    const facts = (on: string) => knownFacts({ needs: HOME, on }, { later: [moved] });
    expect(reasons(propose(facts('2026-03-04')))).toEqual({ vannas: ['folkbokford', 'only-one'] });
    expect(reasons(propose(facts('2026-03-05')))).toEqual({ lycksele: ['role', 'only-one'] });
  });

  it('says that the municipality is not known, and that there is no such unit', () => {
    expect(propose(knownFacts({ needs: HOME }, { home: null })).unknown).toEqual([
      { key: 'municipality', role: 'decides' },
    ]);
    expect(propose(knownFacts({ needs: NURSING }, { home: LYCKSELE })).unknown).toContainEqual({
      ...{ key: 'no-unit', kind: 'municipal-health', municipality: LYCKSELE },
    });
  });

  it('guesses none of several, and takes the one that had her before', () => {
    const facts = (more: Partial<KnownFacts>) =>
      knownFacts({ needs: HOME, ...more }, { home: UMEA });
    const several = {
      key: 'several-units',
      kind: 'municipal-social',
      municipality: UMEA,
      count: 2,
    };
    expect(propose(facts({}))).toEqual({ proposals: [], unknown: [several] });
    const before = propose(facts({ earlier: [earlier('umea-ost', { hadMeasures: true })] }));
    expect(reasons(before)).toEqual({
      'umea-ost': ['folkbokford', 'had-measures', 'received-earlier'],
    });
    expect(unknown(before)).toEqual([]);
    const both = propose(facts({ earlier: [earlier('umea-ost'), earlier('umea-norr')] }));
    expect([Object.keys(reasons(both)), unknown(both)]).toEqual([
      ['umea-norr', 'umea-ost'],
      ['several-units'],
    ]);
  });

  it('is the unit that a closed one has gone up in', () => {
    const closed = [
      candidate('umea-vast', { closedInto: 'umea-syd' }),
      candidate('umea-syd', { closedInto: 'umea-ost' }),
      clinic('haga', UMEA, { closedInto: 'teg' }),
    ];
    const facts = knownFacts(
      { needs: { ...HOME, openCare: true }, earlier: [earlier('umea-vast')], listedAt: 'haga' },
      { home: UMEA },
    );
    expect(reasons(propose(facts, ...closed))).toEqual({
      'umea-ost': ['folkbokford', 'received-earlier', 'merged'],
      teg: ['listed', 'merged'],
    });
  });

  it('is the hälsocentral that she is listed at, wherever that is; else one that had her', () => {
    const listed = propose(knownFacts({ needs: NURSING, listedAt: 'teg' }));
    expect(reasons(listed)).toMatchObject({ teg: ['listed', 'open-care-too'] });
    expect(unknown(listed)).toEqual([]);
    const before = propose(knownFacts({ needs: CLINIC, earlier: [earlier('ersboda')] }));
    expect([reasons(before), unknown(before)]).toEqual([
      { ersboda: ['received-earlier'] },
      ['listing'],
    ]);
    const nothing = propose(knownFacts({ needs: CLINIC }, { home: UMEA }));
    expect(nothing).toEqual({ proposals: [], unknown: [{ key: 'listing' }] });
    expect(propose(knownFacts({ needs: CLINIC, listedAt: 'umea-norr' }, { home: UMEA }))).toEqual(
      nothing,
    );
  });

  it('is nobody who has the notice already, or has sent it back', () => {
    const told = { receiving: ['vannas', 'hsv-vannas', 'ortopeden'] };
    expect(propose(knownFacts(told))).toEqual({ proposals: [], unknown: [] });
    const back = propose(knownFacts({ gone: ['vannas', 'hsv-vannas', 'teg'], listedAt: 'teg' }));
    expect(reasons(back)).toEqual({ 'hc-vannas': ['only-one', 'open-care-too'] });
    expect(unknown(back)).toEqual(['no-unit', 'no-unit', 'listing']);
  });

  it('is nobody as long as no need is judged, or where she belongs must not be told', () => {
    expect(propose(knownFacts({ needs: null }))).toEqual({
      ...{ proposals: [], unknown: [{ key: 'needs' }] },
    });
    const hidden = { roles: null, home: null, placedBy: null, listedAt: null, earlier: [] };
    expect(propose(knownFacts(hidden))).toEqual({
      ...{ proposals: [], unknown: [{ key: 'protected' }] },
    });
  });

  it('always has a reason, is fit to receive and in the right municipality, and else says why not', () => {
    const ids = COUNTY.map(({ id }) => id);
    const some = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 4 });
    const municipality = fc.constantFrom(null, UMEA, VANNAS, LYCKSELE);
    const situation = fc.record({
      ...{ home: municipality, placedBy: municipality, receiving: some, gone: some, before: some },
      listedAt: fc.option(fc.constantFrom(...ids)),
      needs: fc.record({
        ...{ socialServices: fc.boolean(), municipalHealthCare: fc.boolean() },
        openCare: fc.boolean(),
      }),
    });
    fc.assert(
      fc.property(situation, ({ home, placedBy, before, ...more }) => {
        const facts = knownFacts(
          { ...more, earlier: before.map((unit) => earlier(unit)) },
          { home, placedBy },
        );
        const found = propose(facts);
        const decider = inForce(facts.roles ?? [], 'decides', TODAY)?.municipality ?? null;
        for (const { unit, because } of found.proposals) {
          expect(because).not.toEqual([]);
          expect([...facts.receiving, ...facts.gone]).not.toContain(unit.id);
          if (unit.kind === 'municipal-social') expect(unit.municipality).toBe(decider);
        }
        const { socialServices } = more.needs;
        const isToldHome = facts.receiving.some(
          (id) => unitsOf().get(id)?.municipality === decider,
        );
        const answered = [...found.proposals.map(({ unit }) => unit.kind), ...unknown(found)];
        if (socialServices && !isToldHome) expect(answered).not.toEqual([]);
      }),
      { numRuns: times({ quick: 200, full: 2000 }) },
    );
  });
});
