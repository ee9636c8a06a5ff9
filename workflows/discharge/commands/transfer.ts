import { dateField, defineCommand, freeText, idField, kindGiven } from '@hemgang/engine';
import { MUNICIPAL } from '@workflows/handover';
import { z } from 'zod';
import type { CommandRequest } from '@hemgang/engine';
import type { DischargeContext, Receiver } from '../context';
import { municipalityGiven } from '../events';
import type { Refusal } from './refusals';
import { to } from './ward';

/** Social services that receive the patient and have not taken over yet: they hold the case. */
const holders = ({ receivers }: DischargeContext): readonly Receiver[] =>
  receivers.filter(({ kind, takenOver }) => kind === 'municipal-social' && takenOver !== true);

const payload = z.strictObject({ unit: idField, from: dateField.optional(), reason: freeText });

type RequestTransfer = z.output<typeof payload>;

const giver = ({ actor }: CommandRequest): string => ('unit' in actor ? actor.unit : '');

const sameMunicipality: Refusal<RequestTransfer> = {
  when: (_context, request) => {
    if (request === null) return false;
    const { unit } = request.payload;
    const asked = municipalityGiven(request.given, unit);
    return (
      kindGiven(request.given, unit) !== 'municipal-social' ||
      asked === undefined ||
      asked === municipalityGiven(request.given, giver(request))
    );
  },
  why: {
    sv: 'Överflyttning begärs hos biståndsenheten i en annan kommun.',
    en: 'A transfer is asked of the social services of another municipality.',
  },
  rule: 'SoL 29:10',
};

const receivesAlready: Refusal<RequestTransfer> = {
  when: ({ receivers }, request) =>
    request !== null && receivers.some(({ unit }) => unit === request.payload.unit),
  why: {
    sv: 'Enheten är redan mottagare i ärendet.',
    en: 'The unit receives the patient already.',
  },
  rule: 'SoL 29:10',
};

const askedAlready: Refusal<RequestTransfer> = {
  when: (context, request) =>
    request !== null &&
    holders(context).some(
      ({ unit, handover }) => unit === giver(request) && context.transfers.includes(handover),
    ),
  why: {
    sv: 'En begäran väntar redan på svar. Ta tillbaka den innan du begär hos någon annan.',
    en: 'A request is waiting for its answer. Take it back before you ask anybody else.',
  },
  rule: 'SoL 29:10',
};

const requestTransfer = defineCommand<DischargeContext, RequestTransfer>({
  name: 'request-municipal-transfer',
  to,
  payload,
  content: ['reason'],
  lookups: { units: ({ unit }) => [unit], municipality: ({ unit }) => [unit], patient: true },
  roles: MUNICIPAL,
  by: (context) => holders(context).map(({ unit }) => unit),
  label: { sv: 'Begär att en annan kommun tar över', en: 'Ask another municipality to take over' },
  consequence: {
    sv: 'Den andra kommunen får veta vem det gäller och ska svara. Ni har kvar allt ansvar tills den har tagit över. Är ni oense avgör IVO.',
    en: 'The other municipality learns whom it is about and must answer. You keep every duty until it has taken over. If you disagree, IVO decides.',
  },
  possibleWhen: {
    sv: 'Görs av den biståndsenhet som är mottagare, tills den har tagit över patienten eller patienten är inskriven igen.',
    en: 'Done by the social services that receive the patient, until they have taken over or the patient is admitted again.',
  },
  rule: 'SoL 29:10',
  refuse: [sameMunicipality, receivesAlready, askedAlready],
  makulera: {
    refused: {
      sv: 'Ta tillbaka begäran i stället.',
      en: 'Take the request back instead.',
    },
  },
  example: { unit: 'vannas-bistand', reason: 'Flyttar till sin dotter i Vännäs.' },
});

/** Another municipality instead of the one that decides. */
export const transferCommands = [requestTransfer];
