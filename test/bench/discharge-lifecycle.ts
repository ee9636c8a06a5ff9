import { randomUUID } from 'node:crypto';
import { readerOf, type Reader } from '@hemgang/access';
import { type CommandAnswer, type Service, type ShownAnswer } from '@hemgang/cases';
import { demoPatient } from '@hemgang/demo';
import { HOUR_MS, plusMs, type Instant } from '@hemgang/kernel';

export const WARD = 'anna-lundgren-nus-medicin-2';
export const MUNICIPALITY = 'maria-forsberg-umea-bistand-norr';

/** A command of the lifecycle, who gives it and with which body. */
interface Step {
  readonly command: string;
  readonly by: typeof WARD | typeof MUNICIPALITY;
  body(now: Instant): object;
}

/**
 * After the admission: the commands of one case with one municipal receiver, the fewest that close
 * it.
 */
export const STEPS: readonly Step[] = [
  {
    command: 'send-inskrivningsmeddelande',
    by: WARD,
    body: (now) => ({
      receivers: ['umea-bistand-norr'],
      expectedDischargeAt: plusMs(now, 72 * HOUR_MS),
    }),
  },
  { command: 'acknowledge', by: MUNICIPALITY, body: () => ({}) },
  {
    command: 'answer',
    by: MUNICIPALITY,
    body: () => ({ answer: 'known', currentMeasures: 'Hemtjänst morgon.' }),
  },
  {
    command: 'mark-utskrivningsklar',
    by: WARD,
    body: (now) => ({ physician: 'Erik Sandström', judgedAt: now }),
  },
  {
    command: 'send-utskrivningsinformation',
    by: WARD,
    body: () => ({ way: 'here', text: 'Höftfraktur.' }),
  },
  {
    command: 'give-patient-summary',
    by: WARD,
    body: () => ({ way: 'here', text: 'Du har opererats.' }),
  },
  { command: 'discharge', by: WARD, body: () => ({}) },
  { command: 'acknowledge', by: MUNICIPALITY, body: () => ({}) },
  { command: 'take-over', by: MUNICIPALITY, body: () => ({}) },
];

/** The admission and every step after it. */
export const COMMANDS: readonly string[] = ['admit', ...STEPS.map(({ command }) => command)];

/** One lifecycle after another takes a patient of its own; each run of the program begins anew. */
export class Patients {
  private taken = 0;

  admission(): object {
    const { number, name, address, municipality } = demoPatient(this.taken);
    this.taken += 1;
    return {
      patient: { number, name, address, municipality },
      needs: { socialServices: true, municipalHealthCare: false, openCare: false },
    };
  }
}

/** Lives discharges through the use cases, one after another. */
export class DischargeLifecycle {
  constructor(
    private readonly service: Service,
    private readonly patients: Patients,
  ) {}

  async *run(): AsyncGenerator<void> {
    const caseId = await this.admit();
    yield;
    const { clock, commands } = this.service;
    for (const { command, by, body } of STEPS) {
      const incoming = { body: body(clock.now()), key: randomUUID() };
      accepted(await commands.give('discharges', caseId, command, incoming, this.reader(by)));
      yield;
    }
  }

  /** The same, each command answered with the case as its giver sees it. */
  async *shown(): AsyncGenerator<void> {
    const { answered, clock } = this.service;
    const incoming = { body: this.patients.admission(), key: randomUUID() };
    const opened = await answered.open('discharges', incoming, this.reader(WARD));
    const caseId = accepted(opened);
    yield;
    for (const { command, by, body } of STEPS) {
      const given = { body: body(clock.now()), key: randomUUID() };
      accepted(await answered.give('discharges', caseId, command, given, this.reader(by)));
      yield;
    }
  }

  /** Admits a patient, who is then under way. @returns the case */
  async admit(): Promise<string> {
    const incoming = { body: this.patients.admission(), key: randomUUID() };
    return accepted(await this.service.commands.open('discharges', incoming, this.reader(WARD)));
  }

  reader(assignment: string): Reader {
    const reader = readerOf(this.service.directory(), assignment, 'sv');
    if (reader === null) throw new Error(`the demo county has no ${assignment}`);
    return reader;
  }
}

function accepted(answer: CommandAnswer | ShownAnswer<'discharges'>): string {
  if (!answer.ok) throw new Error(`refused: ${answer.refusal.code}`);
  return answer.caseId;
}
