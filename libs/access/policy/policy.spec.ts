import { PURPOSES } from '../purpose';
import { BESIDE_ROWS, purposeRow, type Reading } from './case-rows';
import { FIELD_GROUPS, type FieldGroup } from './field-group';
import { judgeAccess, type AccessAnswer } from './judge';
import { operationRow, OPERATIONS, type OperationName } from './operation-rows';
import { relationOf, RELATIONS, type Relation } from './relation';

const TYPES = ['discharge', 'sip', 'settlement', 'avvikelse'];
const READINGS = Object.keys(BESIDE_ROWS) as Reading[];
const NO_PARTY: readonly Relation[] = ['controller', 'huvudman', 'none'];

const read = (
  reading: Reading,
  type: string,
  relation: Relation,
  purpose: (typeof PURPOSES)[number],
) => judgeAccess({ asks: 'read', reading, type, relation, by: { purpose, roles: [] } });

const refusal = (answer: AccessAnswer) => (answer.isAllowed ? null : answer.refusal.code);
const shown = (answer: AccessAnswer): readonly FieldGroup[] =>
  answer.isAllowed ? [...answer.mask] : [];

describe('the policy on reading a case', () => {
  it('tells who is no party that there is none, whatever is read', () => {
    const told = TYPES.flatMap((type) =>
      PURPOSES.flatMap((purpose) =>
        NO_PARTY.flatMap((relation) =>
          READINGS.filter(
            (reading) => refusal(read(reading, type, relation, purpose)) !== 'NOT_FOUND',
          ).map((reading) => [reading, relation]),
        ),
      ),
    );
    // One exception: the stay before, to the controller that had the patient then.
    expect(new Set(told.map(String))).toEqual(new Set(['previous-stay,controller']));
  });

  it('shows patient and content of a stay or SIP to nobody who only administrates or follows up', () => {
    for (const type of ['discharge', 'sip']) {
      for (const relation of RELATIONS) {
        for (const purpose of ['administration', 'follow-up'] as const) {
          const groups = READINGS.flatMap((reading) =>
            shown(read(reading, type, relation, purpose)),
          );
          expect(groups).not.toEqual(
            expect.arrayContaining([expect.stringMatching(/patient|contents|confidential/)]),
          );
        }
      }
    }
  });

  it('shows what a settlement comes to only to those who settle or follow up', () => {
    for (const relation of RELATIONS) {
      for (const purpose of ['care', 'social-services'] as const) {
        expect(shown(read('case', 'settlement', relation, purpose))).toEqual([]);
        expect(shown(read('settled', 'settlement', relation, purpose))).toEqual([]);
      }
    }
    expect(shown(read('case', 'settlement', 'party', 'follow-up'))).not.toContain('contents');
  });

  it('shows the words of an avvikelse to both who treat and who administrate, and no patient to anybody', () => {
    const masks = PURPOSES.map((purpose) => shown(read('case', 'avvikelse', 'party', purpose)));
    expect(masks.map((mask) => mask.includes('contents'))).toEqual(
      PURPOSES.map((purpose) => purpose !== 'follow-up'),
    );
    expect(masks.flat()).not.toContain('patient');
  });

  it('shows an executor nothing of what others do, and a stranger no patient', () => {
    for (const purpose of PURPOSES) {
      expect(shown(read('case', 'discharge', 'executor', purpose))).not.toContain('process');
      expect(shown(read('case', 'discharge', 'stranger', purpose))).toEqual(['frame', 'part']);
    }
  });

  it('shows the frame with everything else, and keeps what is confidential in health care', () => {
    for (const type of TYPES) {
      for (const purpose of PURPOSES) {
        for (const mask of Object.values(purposeRow(type, purpose).shows)) {
          expect(mask.has('frame')).toBe(true);
          expect(mask.has('confidential') && purpose !== 'care').toBe(false);
          expect([...mask].filter((group) => !FIELD_GROUPS.includes(group))).toEqual([]);
        }
      }
    }
  });
});

describe('the policy on commands', () => {
  it('lets nobody give one without a part of the case that takes it', () => {
    for (const type of TYPES) {
      for (const relation of RELATIONS) {
        for (const purpose of PURPOSES) {
          const by = { purpose, roles: [] };
          const answer = judgeAccess({ asks: 'command', type, relation, by, isAddressed: false });
          const expected = NO_PARTY.includes(relation) ? 'NOT_FOUND' : 'ROLE_NOT_ALLOWED';
          expect([type, relation, purpose, refusal(answer)]).toEqual([
            ...[type, relation, purpose],
            expected,
          ]);
        }
      }
    }
  });

  it('offers hints to those alone who may give any', () => {
    for (const type of TYPES) {
      for (const purpose of PURPOSES) {
        const { shows, commands } = purposeRow(type, purpose);
        const hinted = RELATIONS.filter((relation) => shows[relation]?.has('hints'));
        expect([...hinted].sort()).toEqual([...commands].sort());
      }
    }
  });

  it('opens a case for a declared role with a purpose that may work with it', () => {
    const roles = ['ward-staff'];
    const open = (purpose: (typeof PURPOSES)[number], own: readonly string[]) =>
      judgeAccess({ asks: 'open', type: 'discharge', by: { purpose, roles: own }, roles })
        .isAllowed;
    expect(PURPOSES.filter((purpose) => open(purpose, roles))).toEqual(['care', 'social-services']);
    expect(open('care', ['administrator'])).toBe(false);
  });
});

describe('the policy on operations', () => {
  const call = (operation: OperationName, roles: readonly string[], purpose = 'care' as const) =>
    judgeAccess({ asks: 'operation', operation, by: { roles, purpose } }).isAllowed;

  it('asks for a role wherever it names one', () => {
    const limited = OPERATIONS.filter((operation) => operationRow(operation).roles !== undefined);
    expect(limited.filter((operation) => call(operation, []))).toEqual([]);
  });

  it('asks for both role and purpose', () => {
    expect(call('getRowIdentity', ['administrator'])).toBe(false);
    expect(call('registerExternalUnit', ['ward-staff'])).toBe(true);
  });
});

describe('a unit', () => {
  it.each([
    [[], false, 'none'],
    [[{ kind: 'executor' }], false, 'executor'],
    [[{ kind: 'executor' }, { kind: 'municipal-social' }], false, 'party'],
    [[{ kind: 'ward' }], true, 'stranger'],
    [[], true, 'none'],
  ] as const)('with the places %j (mistaken: %s) is %s', (places, isStranger, relation) => {
    expect(relationOf({ places, isStranger })).toBe(relation);
  });
});
