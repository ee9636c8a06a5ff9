import type { CommandRequest, RefuseRule } from '@hemgang/engine';
import { OPEN_CARE_KINDS } from '@workflows/handover';
import type { DischargeContext } from '../context';
import { receiverKind } from '../events';

/** A rule of the ward's commands that refuses. */
export type Refusal<Payload> = RefuseRule<DischargeContext, Payload>;

type WithReceivers = { readonly receivers: readonly string[] };

const isOpenCare = (request: CommandRequest, unit: string): boolean => {
  const kind = receiverKind(request.given, unit);
  return kind !== undefined && OPEN_CARE_KINDS.includes(kind);
};

export const unknownReceiver: Refusal<WithReceivers> = {
  when: (_context, request) =>
    request?.payload.receivers.some((id) => receiverKind(request.given, id) === undefined) ?? false,
  why: {
    sv: 'En av mottagarna finns inte eller kan inte ta emot en patient.',
    en: 'One of the receivers does not exist or cannot receive a patient.',
  },
  rule: '2017:612 2:1',
};

export const openCareMissing: Refusal<WithReceivers> = {
  when: ({ needs }, request) =>
    request !== null &&
    needs?.municipalHealthCare === true &&
    !request.payload.receivers.some((unit) => isOpenCare(request, unit)),
  why: {
    sv: 'När kommunal hälso- och sjukvård behövs ska också en hälsocentral eller annan öppenvård få meddelandet.',
    en: 'When municipal health care is needed, a hälsocentral or other open care must get the notice too.',
  },
  rule: '2017:612 2:1 st2',
};

/** Whether open care is among the receivers, or among those lost for whom somebody is sought. */
export function hasOpenCare({ receivers, returned }: DischargeContext, but?: string): boolean {
  return [...receivers, ...returned].some(
    ({ handover, kind }) => handover !== but && OPEN_CARE_KINDS.includes(kind),
  );
}

/**
 * Whether the region's open care would be without notice although municipal health care is needed.
 * @param but the handover that ends
 * @param unit who comes instead, as looked up for the request
 */
export function openCareIsLost(
  context: DischargeContext,
  but: string,
  request?: CommandRequest,
  unit?: string,
): boolean {
  if (context.needs?.municipalHealthCare !== true || hasOpenCare(context, but)) return false;
  return request === undefined || unit === undefined || !isOpenCare(request, unit);
}

export const unfitReceiver: Refusal<{ readonly unit: string }> = {
  when: ({ receivers }, request) =>
    request !== null &&
    (receiverKind(request.given, request.payload.unit) === undefined ||
      receivers.some(({ unit }) => unit === request.payload.unit)),
  why: {
    sv: 'Enheten kan inte ta emot en patient eller har redan fått meddelandet.',
    en: 'The unit cannot receive a patient or has the message already.',
  },
  rule: '2017:612 2:1',
};

interface FactsKnown {
  readonly name: boolean;
  readonly number: boolean;
  readonly address: boolean;
}

export const factsMissing: Refusal<{ readonly folkbokforingsadress?: string | undefined }> = {
  when: (_context, request) => {
    if (request === null) return false;
    const known = request.given['patient'] as FactsKnown | undefined;
    const address = known?.address === true || request.payload.folkbokforingsadress !== undefined;
    return !(known?.name === true && known.number && address);
  },
  why: {
    sv: 'Inskrivningsmeddelandet ska innehålla namn, personnummer och folkbokföringsadress. Fyll i det som saknas.',
    en: 'The notice must hold name, personnummer and registered address. Fill in what is missing.',
  },
  rule: '2017:612 2:2',
};

export const expectedInThePast: Refusal<{ readonly expectedDischargeAt: string }> = {
  when: (_context, request) =>
    request !== null && request.payload.expectedDischargeAt < request.occurredAt,
  why: {
    sv: 'Den beräknade tidpunkten för utskrivning kan inte redan ha passerat.',
    en: 'The expected time of discharge cannot have passed already.',
  },
  rule: '2017:612 2:2',
};

export const judgedOutsideStay: Refusal<{ readonly judgedAt?: string | undefined }> = {
  when: ({ admittedAt }, request) => {
    const judgedAt = request?.payload.judgedAt;
    if (request === null || judgedAt === undefined) return false;
    return judgedAt < admittedAt || judgedAt > request.occurredAt;
  },
  why: {
    sv: 'Bedömningen kan inte vara gjord före inskrivningen eller i framtiden.',
    en: 'The judgement cannot have been made before the admission or in the future.',
  },
  rule: '2017:612 1:3 p5',
};

export const nobodyToldYet: Refusal<unknown> = {
  when: ({ noticeSentAt }) => noticeSentAt === null,
  why: {
    sv: 'Skicka inskrivningsmeddelandet först, så att det finns mottagare.',
    en: 'Send the notice of admission first, so that there are receivers.',
  },
  rule: '2017:612 2:1',
};
