import type { NotClosed } from '@hemgang/cases';
import type { Text } from '@hemgang/kernel';
import { cannot, type Command } from './command';
import { withService } from './with-service';

const WHY: Readonly<Record<NotClosed, Text>> = {
  'unknown-unit': {
    sv: 'Enheten finns inte eller är redan stängd till en annan enhet.',
    en: 'The unit does not exist or is closed into another unit already.',
  },
  'unknown-successor': {
    sv: 'Efterträdaren finns inte eller är stängd.',
    en: 'The successor does not exist or is closed.',
  },
  'other-kind': {
    sv: 'Efterträdaren är ett annat slags enhet.',
    en: 'The successor is another kind of unit.',
  },
  'other-huvudman': {
    sv: 'Efterträdaren hör till en annan huvudman.',
    en: 'The successor belongs to another huvudman.',
  },
};

/** Closes a unit, or merges it into another; its open duties move with it. */
export const unitClose: Command = {
  name: 'unit close',
  usage: 'UNIT SUCCESSOR',
  summary: {
    sv: 'stänger en enhet; dess öppna uppgifter går till en annan',
    en: 'closes a unit; its open duties go to another',
  },
  switches: [],
  operands: 2,
  run: (call) =>
    withService(call, async ({ unitClosing }) => {
      const [unit = '', into = ''] = call.operands;
      const closed = await unitClosing.close(unit, into);
      if (typeof closed === 'string') return cannot(WHY[closed].sv, WHY[closed].en);
      const { moved, left } = closed;
      const text: Text = {
        sv: `Flyttade ärenden: ${moved}. Kvar att flytta, kör igen: ${left.length}.`,
        en: `Cases moved: ${moved}. Left to move, run again: ${left.length}.`,
      };
      return {
        code: left.length === 0 ? 0 : 1,
        lines: [text[call.language], ...left],
        data: closed,
      };
    }),
};
