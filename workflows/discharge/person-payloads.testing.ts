import type { CaseState } from '@hemgang/engine';
import { localDate, type Instant } from '@hemgang/kernel';
import { contactName, dischargeContext } from './index';
import { patient, unknown } from './stay.testing';

type Payload = Readonly<Record<string, unknown>>;

const contact = { name: 'Lars Sjöström', relation: 'son', mayBeTold: 'times' };

/** Who the patient is, who is close to her and who is responsible. */
export function personPayloads(
  name: string,
  state: CaseState,
  now: Instant,
): Payload[] | undefined {
  const from = localDate(now);
  const named = dischargeContext(state).noted.contacts.map(contactName);
  switch (name) {
    case 'identify-patient':
      return [{ patient }, { patient: { number: '19350704-9821', name: 'Nils Öberg' } }];
    case 'split-patient':
      return [{ patient: unknown, reason: 'Fel person.' }];
    case 'move-wrong-person':
      return [{ patient: { ...patient, number: '19350704-9821' }, reason: 'Fel rad.' }];
    case 'strike-wrong-person':
      return [{ reason: 'Har aldrig legat här.' }];
    case 'change-folkbokforing':
      return [
        { municipality: '2460', from },
        { registration: 'none', from },
      ];
    case 'assign-municipality':
      return [
        { role: 'executes', municipality: '2460', from, basis: 'SoL 29:5' },
        { role: 'pays', municipality: '2482', from, basis: '2017:612 5:2 st2' },
        { role: 'pays', municipality: '2482', from, basis: 'SoL 29:5' },
      ];
    case 'request-municipal-transfer':
      return ['vannas-bistand', 'umea-bistand'].map((unit) => ({ unit, reason: 'Flyttar.' }));
    case 'accept-municipal-transfer':
      return [{ from }];
    case 'decline-municipal-transfer':
      return [{ reason: 'Flytten är inte bestämd.' }];
    case 'record-ivo-decision':
      return [{ outcome: 'transfer', from }, { outcome: 'stay' }, { outcome: 'transfer' }];
    case 'note-contact':
      return [contact, ...named.map((id) => ({ ...contact, contact: id }))];
    case 'end-contact':
      return [...named, 'k99'].map((id) => ({ contact: id }));
    case 'note-communication-needs':
      return [{ language: 'finska', interpreter: true }];
    case 'note-child-heard':
      return [{ heard: true, reason: 'Vill hem.' }];
    default:
      return undefined;
  }
}
