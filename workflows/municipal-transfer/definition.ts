import { sample, type MachineDefinition } from '@hemgang/engine';
import { MUNICIPAL_TRANSFER } from './commands';
import {
  municipalTransferInput,
  type MunicipalTransferContext,
  type MunicipalTransferInput,
} from './context';
import { municipalTransferDuties } from './duties';
import { municipalTransferMachine } from './machine';

const input: MunicipalTransferInput = {
  unit: 'vannas-bistand',
  municipality: '2460',
  from: 'umea-bistand',
  handover: 'h2-1',
  requestedAt: '2026-03-02T08:00:00.000Z',
};

/** A request between two municipalities: who decides from now on (SoL 29:10-29:11). */
export const municipalTransferDefinition: MachineDefinition = {
  kind: MUNICIPAL_TRANSFER,
  group: MUNICIPAL_TRANSFER,
  machine: municipalTransferMachine,
  input: municipalTransferInput,
  duties: municipalTransferDuties,
  unit: (context) => (context as MunicipalTransferContext).unit,
  samples: {
    input,
    events: [
      sample('disputed', {
        event: 2,
        type: 'request-municipal-transfer',
        machine: 'discharge',
        at: '2026-03-02T08:00:00.000Z',
        recordedAt: '2026-03-02T09:00:00.000Z',
      }),
      sample('accept-municipal-transfer', { from: '2026-03-04' }),
      sample('decline-municipal-transfer'),
      sample('withdraw-municipal-transfer'),
      sample('record-ivo-decision', { outcome: 'transfer', from: '2026-03-09' }),
      sample('record-ivo-decision', { outcome: 'stay' }),
      sample('patient-died'),
      sample('patient-transferred'),
      sample('patient-readmitted'),
      sample('notice-withdrawn'),
      sample('case-makulerad'),
      sample('wrong-person'),
    ],
  },
};
