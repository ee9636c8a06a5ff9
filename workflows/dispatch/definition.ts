import { sample, type MachineDefinition } from '@hemgang/engine';
import { DISPATCH, WARD } from './commands';
import { dispatchInput, type DispatchContext } from './context';
import { dispatchDuties } from './duties';
import { dispatchMachine } from './machine';

const wardOf = (context: unknown): string => (context as DispatchContext).unit;

/** What is carried by hand to one receiver outside. */
export const dispatchDefinition: MachineDefinition = {
  kind: DISPATCH,
  group: DISPATCH,
  machine: dispatchMachine,
  input: dispatchInput,
  duties: dispatchDuties,
  unit: wardOf,
  // That something was sent is worth nothing without to whom, how and when.
  agent: (context) => ({ unit: wardOf(context), roles: WARD }),
  amongParties: true,
  samples: {
    input: { unit: 'nus-medicin-2', handover: 'h2-1', receiver: 'lulea-bistand' },
    events: [
      sample('notice', { entry: 'inskrivningsmeddelande' }),
      sample('utskrivningsklar-withdrawn', { entry: 'utskrivningsklar-aterkallad' }),
      sample('patient-left', { entry: 'utskrivningsmeddelande' }),
      sample('ward-changed', { from: 'nus-medicin-2', ward: 'lycksele-medicin' }),
      sample('rattelse-told', { entry: 'makulering', units: ['lulea-bistand'] }),
      sample('rattelse-told', { entry: 'rattelse', units: ['umea-bistand'] }),
      sample('report-sent'),
      sample('receiver-removed'),
      sample('receiver-lost'),
      sample('notice-withdrawn'),
      sample('patient-died'),
      sample('patient-transferred'),
      sample('patient-readmitted'),
      sample('case-makulerad'),
      sample('wrong-person'),
    ],
  },
};
