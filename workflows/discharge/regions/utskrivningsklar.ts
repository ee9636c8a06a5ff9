import { all, dischargeSetup, discloseTo, notifiedNow, sendTo } from '../setup';

const notifyReady = [
  sendTo(all, 'notice', notifiedNow),
  discloseTo(all, 'utskrivningsklar', 'STATUTORY_NOTICE'),
];

/** The treating physician's judgement and its notice; may be withdrawn and made again. */
export const utskrivningsklar = dischargeSetup.createStateConfig({
  initial: 'no',
  on: {
    discharge: '.past',
    'transfer-to-region': '.past',
    'register-death': '.past',
    'makulera-case': '.past',
    'strike-wrong-person': '.past',
    'move-wrong-person': '.no',
    'no-need': '.no',
  },
  states: {
    no: {
      on: {
        'mark-utskrivningsklar': [
          { guard: 'secrecyHinders', target: 'hindered', actions: 'noteJudgement' },
          { target: 'notified', actions: ['noteJudgement', ...notifyReady] },
        ],
      },
    },
    hindered: {
      tags: 'underrattelse',
      on: {
        'notify-utskrivningsklar': {
          target: 'notified',
          actions: ['noteNotified', ...notifyReady],
        },
        'withdraw-utskrivningsklar': { target: 'no', actions: 'forgetJudgement' },
      },
    },
    notified: {
      on: {
        'withdraw-utskrivningsklar': {
          target: 'no',
          actions: [
            'forgetJudgement',
            sendTo(all, 'utskrivningsklar-withdrawn', () => ({
              entry: 'utskrivningsklar-aterkallad',
            })),
            discloseTo(all, 'utskrivningsklar-aterkallad', 'STATUTORY_NOTICE'),
          ],
        },
      },
    },
    past: { tags: 'over' },
  },
});
