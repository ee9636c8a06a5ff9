import { initialContext } from './context';
import { addressing } from './regions/addressing';
import { ataganden } from './regions/ataganden';
import { cooperation } from './regions/cooperation';
import { corrections } from './regions/corrections';
import { delay } from './regions/delay';
import { identity } from './regions/identity';
import { information } from './regions/information';
import { messages } from './regions/messages';
import { municipality } from './regions/municipality';
import { readiness } from './regions/readiness';
import { noted } from './regions/noted';
import { sips } from './regions/sips';
import { stay } from './regions/stay';
import { summary } from './regions/summary';
import { transfer } from './regions/transfer';
import { utskrivningsklar } from './regions/utskrivningsklar';
import { dischargeSetup } from './setup';

/**
 * One stay in hospital, from the ward's side: one short region per obligation. The order of the
 * regions counts: the first that knows an event decides whether it is possible, later ones follow.
 */
export const dischargeMachine = dischargeSetup.createMachine({
  id: 'discharge',
  type: 'parallel',
  context: ({ input }) => initialContext(input),
  // Facts that no region waits for; they are noted also after the end.
  on: {
    ...identity.on,
    ...municipality.on,
    ...noted.on,
    ...transfer.on,
    ...cooperation.on,
    ...ataganden.on,
    ...messages.on,
    ...readiness.on,
    ...delay.on,
    ...corrections.on,
    ...sips.on,
  },
  states: { stay, utskrivningsklar, information, summary, addressing },
});
