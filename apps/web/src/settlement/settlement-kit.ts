import type { Settlement } from '../api/types';
import type { CaseKit } from '../case/kit';

/** What is particular to a settlement. */
export const settlementKit: CaseKit<Settlement> = {
  path: 'settlements',
  sideOf: ({ owner }, { settlement }) =>
    owner.unit.id === settlement.payer.id ? 'municipal' : 'region',
  targetOf: ({ target }, { settlement }) => {
    const dispute = settlement.disputes.find(({ id }) => id === target['dispute']);
    const row = settlement.rows.find(({ id }) => id === dispute?.row);
    return row === undefined ? null : `${row.pseudonym}, ${row.date}`;
  },
  offered: (_command, { settlement }) => ({
    picks: {
      row: settlement.rows.map(({ id, pseudonym, date, reasonText }) => ({
        value: id,
        label: `${pseudonym}, ${date}`,
        detail: reasonText,
      })),
      dispute: settlement.disputes.map(({ id, row, stateText }) => ({
        value: id,
        label: row,
        detail: stateText,
      })),
    },
    initial: {},
  }),
  given: [],
  complete: (_command, body) => body,
};
