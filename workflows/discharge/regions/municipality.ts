import { all, allButGiver, dischargeSetup, discloseTo, sendTo } from '../setup';

/** Who is responsible can change as long as anybody asks, also after the stay. */
export const municipality = dischargeSetup.createStateConfig({
  on: {
    'change-folkbokforing': {
      actions: [
        'noteFolkbokforing',
        sendTo(all, 'notice', () => ({ entry: 'folkbokforing' })),
        discloseTo(all, 'folkbokforing', 'STATUTORY_MIN'),
      ],
    },
    'assign-municipality': {
      actions: ['noteMunicipality', allButGiver('ansvarig-kommun', 'PROCESS')],
    },
  },
});
