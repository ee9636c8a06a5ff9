import { staffOf } from '../units.testing';
import { told, type RefusalRow } from './situations.testing';

const UMEA = 'umea-bistand';
const VANNAS = 'vannas-bistand';
const reason = 'Flyttar till sin dotter.';
const by = staffOf(UMEA);

const asked = () =>
  told().give('2026-03-02 10:00', 'request-municipal-transfer', { unit: VANNAS, reason }, { by });
const takenBack = () => asked().give('2026-03-02 10:30', 'withdraw-municipal-transfer', {}, { by });
const declined = () =>
  asked().give(
    '2026-03-02 10:30',
    'decline-municipal-transfer',
    { reason },
    { by: staffOf(VANNAS) },
  );

const otherMunicipality = 'Överflyttning begärs hos biståndsenheten i en annan kommun.';

export const transferRefusals: readonly RefusalRow[] = [
  [
    'request-municipal-transfer',
    otherMunicipality,
    { stay: told, payload: { unit: 'umea-hemsjukvard', reason }, by },
    { stay: told, payload: { unit: VANNAS, reason }, by },
  ],
  [
    'request-municipal-transfer',
    otherMunicipality,
    { stay: told, payload: { unit: UMEA, reason }, by },
    { stay: told, payload: { unit: VANNAS, reason }, by },
  ],
  [
    'request-municipal-transfer',
    'Enheten är redan mottagare i ärendet.',
    { stay: () => told(undefined, [UMEA, VANNAS]), payload: { unit: VANNAS, reason }, by },
    { stay: told, payload: { unit: VANNAS, reason }, by },
  ],
  [
    'request-municipal-transfer',
    'En begäran väntar redan på svar. Ta tillbaka den innan du begär hos någon annan.',
    { stay: asked, payload: { unit: VANNAS, reason }, by },
    { stay: takenBack, payload: { unit: VANNAS, reason }, by },
  ],
  [
    'record-ivo-decision',
    'Ange från vilken dag den andra kommunen tar över.',
    { stay: declined, payload: { outcome: 'transfer' }, by },
    { stay: declined, payload: { outcome: 'transfer', from: '2026-03-09' }, by },
  ],
];
