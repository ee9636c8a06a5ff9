import type { Receiver } from '../context';
import { all, dischargeSetup, sendTo } from '../setup';
import type { Situation } from '../situation';

/** The corrected facts of an event by their names; none when it is another event. */
const factsOf = ({ event }: Situation): Readonly<Record<string, unknown>> =>
  event.type === 'corrected' ? event.payload.facts : {};

/** The receivers, when the fact is one that they have been told and reckon with. */
const whenCorrected =
  (name: string) =>
  (situation: Situation): readonly Receiver[] =>
    Object.hasOwn(factsOf(situation), name) ? all(situation) : [];

/** When the patient left is remembered on both sides. */
const tellCorrected = sendTo(whenCorrected('leftAt'), 'corrected', ({ context }) => ({
  facts: { leftAt: context.leftAt },
}));

/** A corrected time of discharge is a new notice: whoever plans by it must have seen it. */
const noticeCorrected = sendTo(whenCorrected('expectedDischargeAt'), 'notice', ({ context }) => ({
  entry: 'rattelse',
  expectedDischargeAt: context.expectedDischargeAt,
}));

/** A fact of an earlier event was otherwise; handled above the regions, so it works after the end. */
export const corrections = dischargeSetup.createStateConfig({
  on: {
    corrected: { actions: ['noteCorrected', tellCorrected, noticeCorrected] },
    disputed: { actions: 'noteDisputed' },
  },
});
