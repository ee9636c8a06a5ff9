import { randomUUID } from 'node:crypto';
import { readerOf, type CommandAnswer, type Reader, type Service } from '@hemgang/cases';
import { demoPatient } from '@hemgang/demo';
import { HOUR_MS, plusMs } from '@hemgang/kernel';

/** The commands of one case with one municipal receiver: the fewest that close it. */
export const COMMANDS = [
  'admit',
  'send-inskrivningsmeddelande',
  'acknowledge',
  'answer',
  'mark-utskrivningsklar',
  'send-utskrivningsinformation',
  'give-patient-summary',
  'discharge',
  'acknowledge',
  'take-over',
] as const;

/** Lives discharges through the use cases, one after another, each with a patient of its own. */
export class DischargeLifecycle {
  private readonly ward: Reader;
  private readonly municipality: Reader;
  private patients = 0;

  constructor(private readonly service: Service) {
    this.ward = this.reader('anna-lundgren-nus-medicin-2');
    this.municipality = this.reader('maria-forsberg-umea-bistand-norr');
  }

  async *run(): AsyncGenerator<void> {
    const caseId = await this.admit();
    yield;
    const now = this.service.clock.now();
    const steps: readonly [string, object, Reader][] = [
      [
        'send-inskrivningsmeddelande',
        { receivers: ['umea-bistand-norr'], expectedDischargeAt: plusMs(now, 72 * HOUR_MS) },
        this.ward,
      ],
      ['acknowledge', {}, this.municipality],
      ['answer', { answer: 'known', currentMeasures: 'Hemtjänst morgon.' }, this.municipality],
      ['mark-utskrivningsklar', { physician: 'Erik Sandström', judgedAt: now }, this.ward],
      ['send-utskrivningsinformation', { way: 'here', text: 'Höftfraktur.' }, this.ward],
      ['give-patient-summary', { way: 'here', text: 'Du har opererats.' }, this.ward],
      ['discharge', {}, this.ward],
      ['acknowledge', {}, this.municipality],
      ['take-over', {}, this.municipality],
    ];
    for (const [name, body, reader] of steps) {
      const incoming = { body, key: randomUUID() };
      accepted(await this.service.commands.give('discharges', caseId, name, incoming, reader));
      yield;
    }
  }

  private async admit(): Promise<string> {
    const { number, name, address, municipality } = demoPatient(this.patients);
    this.patients += 1;
    const body = {
      patient: { number, name, address, municipality },
      needs: { socialServices: true, municipalHealthCare: false, openCare: false },
    };
    const incoming = { body, key: randomUUID() };
    return accepted(await this.service.commands.open('discharges', incoming, this.ward));
  }

  private reader(assignment: string): Reader {
    const reader = readerOf(this.service.directory(), assignment, 'sv');
    if (reader === null) throw new Error(`the demo county has no ${assignment}`);
    return reader;
  }
}

function accepted(answer: CommandAnswer): string {
  if (!answer.ok) throw new Error(`refused: ${answer.refusal.code}`);
  return answer.caseId;
}
