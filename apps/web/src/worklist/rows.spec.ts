import type { CaseSummary, DutyLine } from '../api/types';
import { byContact, caseLines, contactsOf, found } from './rows';

function duty(caseId: string, title = 'Kvittera'): DutyLine {
  return {
    caseId,
    caseType: 'discharge',
    title,
    text: null,
    patient: { name: 'Åsa Öberg' },
  } as DutyLine;
}

function stay(id: string, contact?: string): CaseSummary {
  const fastVardkontakt = contact === undefined ? null : { id: contact, name: contact };
  return { id, type: 'discharge', fastVardkontakt } as CaseSummary;
}

const nameOf = ({ patient }: DutyLine) => patient?.name ?? '';

describe('lines of the worklist', () => {
  it('are found by the beginning of each word, in whatever order', () => {
    const duties = [duty('a'), duty('b', 'Planera hemgången')];
    expect(found(duties, 'öb plan', nameOf)).toEqual([duties[1]]);
    expect(found(duties, '  ', nameOf)).toBe(duties);
    expect(found(duties, 'berg', nameOf)).toEqual([]);
  });

  it('stand once for each patient: what is owed first, in its order, then who waits for others', () => {
    const lines = caseLines([duty('b'), duty('a'), duty('b', 'Svara')], [stay('c'), stay('a')]);
    expect(lines.map(({ caseId, duties }) => [caseId, duties.length])).toEqual([
      ['b', 2],
      ['a', 1],
      ['c', 0],
    ]);
    expect(lines.map((line) => line.stay?.id)).toEqual([undefined, 'a', 'c']);
  });

  it('stand under the name of their fast vårdkontakt, without one last', () => {
    const lines = caseLines(
      [],
      [stay('a'), stay('b', 'Östen'), stay('c', 'Anna'), stay('d', 'Anna')],
    );
    const groups = byContact(lines).map((group) => [group.contact, group.lines.length]);
    expect(groups).toEqual([
      ['Anna', 2],
      ['Östen', 1],
      [null, 1],
    ]);
    const contacts = contactsOf(lines.flatMap((line) => line.stay ?? []));
    expect(contacts.map(({ name }) => name)).toEqual(['Anna', 'Östen']);
  });
});
