import { dischargeSetup } from '../setup';

/** Ticks are no duties: they are noted above the regions, whoever gives them. */
export const readiness = dischargeSetup.createStateConfig({
  on: { 'tick-readiness': { actions: 'noteTick' } },
});
