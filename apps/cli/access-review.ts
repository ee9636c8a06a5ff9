import type { ControllerReview } from '@hemgang/cases';
import type { Text } from '@hemgang/kernel';
import type { Command } from './command';
import { withService } from './with-service';

/** How the assignments of every controller stand; exit code 1 when somebody must do something. */
export const accessReview: Command = {
  name: 'access review',
  usage: '',
  summary: {
    sv: 'räknar uppdragen hos varje personuppgiftsansvarig: obekräftade, låsta, vikarier, program',
    en: "counts each controller's assignments: unconfirmed, locked, stand-ins, programs",
  },
  switches: [],
  operands: 0,
  run: (call) =>
    withService(call, ({ staffing }) => {
      const controllers = staffing.review();
      const code = controllers.some(needsSomebody) ? 1 : 0;
      const lines = controllers.map((each) => lineOf(each)[call.language]);
      return Promise.resolve({ code, lines, data: { controllers } });
    }),
};

/** Nobody administers it, or assignments wait for a confirmation. */
function needsSomebody({ assignments, administrators, unconfirmed, locked }: ControllerReview) {
  return unconfirmed + locked > 0 || (assignments > 0 && administrators === 0);
}

function lineOf(each: ControllerReview): Text {
  const { name, assignments, administrators, machines, standIns } = each;
  const { endingSoon, unconfirmed, locked } = each;
  return {
    sv:
      `${name}: ${assignments} uppdrag (${administrators} administratörer, ${machines} program, ` +
      `${standIns} vikarier), ${endingSoon} tar slut inom 30 dagar, ${unconfirmed} obekräftade, ` +
      `${locked} låsta`,
    en:
      `${name}: ${assignments} assignments (${administrators} administrators, ${machines} programs, ` +
      `${standIns} stand-ins), ${endingSoon} end within 30 days, ${unconfirmed} unconfirmed, ` +
      `${locked} locked`,
  };
}
