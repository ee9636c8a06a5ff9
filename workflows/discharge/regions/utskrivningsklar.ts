import { all, dischargeSetup, discloseTo, notifiedNow, sendTo } from '../setup';
import { tellSipsOfNotice, tellSipsOfWithdrawal } from '../sips';

const notifyReady = [
  sendTo(all, 'notice', notifiedNow),
  discloseTo(all, 'utskrivningsklar', 'STATUTORY_NOTICE'),
  tellSipsOfNotice,
];

const withdraw = {
  target: 'no' as const,
  actions: [
    'forgetJudgement' as const,
    sendTo(all, 'utskrivningsklar-withdrawn', () => ({ entry: 'makulering' })),
    tellSipsOfWithdrawal,
  ],
};

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
        'hold-back-notice': 'kept',
        'withdraw-utskrivningsklar': { target: 'no', actions: 'forgetJudgement' },
        'mark-utskrivningsklar-struck': { target: 'no', actions: 'forgetJudgement' },
      },
    },
    /** Secrecy goes on hindering the notice: it is owed no more, and may still be given. */
    kept: {
      tags: 'over',
      on: {
        'notify-utskrivningsklar': {
          target: 'notified',
          actions: ['noteNotified', ...notifyReady],
        },
        'hold-back-notice-struck': 'hindered',
        'withdraw-utskrivningsklar': { target: 'no', actions: 'forgetJudgement' },
        'mark-utskrivningsklar-struck': { target: 'no', actions: 'forgetJudgement' },
      },
    },
    notified: {
      on: {
        'mark-utskrivningsklar-struck': withdraw,
        'notify-utskrivningsklar-struck': {
          target: 'hindered',
          actions: [
            'forgetNotified',
            sendTo(all, 'utskrivningsklar-withdrawn', () => ({ entry: 'makulering' })),
            tellSipsOfWithdrawal,
          ],
        },
        'withdraw-utskrivningsklar': {
          target: 'no',
          actions: [
            'keepWithdrawn',
            'forgetJudgement',
            sendTo(all, 'utskrivningsklar-withdrawn', () => ({
              entry: 'utskrivningsklar-aterkallad',
            })),
            discloseTo(all, 'utskrivningsklar-aterkallad', 'STATUTORY_NOTICE'),
            tellSipsOfWithdrawal,
          ],
        },
      },
    },
    past: {
      tags: 'over',
      on: {
        'discharge-struck': [
          { guard: 'isNotified', target: 'notified' },
          { guard: 'isJudged', target: 'hindered' },
          { target: 'no' },
        ],
      },
    },
  },
});
