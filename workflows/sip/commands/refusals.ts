import {
  huvudmanGiven,
  isExternal,
  kindGiven,
  type CommandRequest,
  type RefuseRule,
} from '@hemgang/engine';
import { localDate } from '@hemgang/kernel';
import { mayDisclose, unitsOf, type SipContext } from '../context';

/** A rule of the SIP's commands that refuses. */
export type Refusal<Payload> = RefuseRule<SipContext, Payload>;

/** The unit of whoever gives the command. */
const giver = ({ actor }: CommandRequest): string => ('unit' in actor ? actor.unit : '');

/** Nothing new is handed out without a consent, or a clarified attitude in its place. */
export const noConsent: Refusal<unknown> = {
  when: (context) => !mayDisclose(context),
  why: {
    sv: 'Det finns inget gällande samtycke. Erbjud SIP:en och anteckna svaret först.',
    en: 'There is no consent in force. Offer the SIP and note the answer first.',
  },
  rule: 'HSL 16:4',
};

/** A consent given for some time only holds no longer. */
export const consentRunOut: Refusal<unknown> = {
  when: ({ consent }, request) =>
    request !== null &&
    consent?.until !== undefined &&
    localDate(request.occurredAt) > consent.until,
  why: {
    sv: 'Samtycket gällde bara en viss tid och har gått ut. Fråga personen på nytt.',
    en: 'The consent was given for some time only and has run out. Ask the person anew.',
  },
  rule: 'HSL 16:4',
};

export const unknownUnit: Refusal<{ readonly units: readonly string[] }> = {
  when: (_context, request) =>
    request?.payload.units.some((unit) => kindGiven(request.given, unit) === undefined) ?? false,
  why: {
    sv: 'En av enheterna finns inte.',
    en: 'One of the units does not exist.',
  },
  rule: 'SoL 10:8',
};

export const unitOutside: Refusal<{ readonly units: readonly string[] }> = {
  when: (_context, request) =>
    request?.payload.units.some((unit) => isExternal(request.given, unit)) ?? false,
  why: {
    sv: 'En av enheterna har inga konton här. Bjud in den i stället.',
    en: 'One of the units has no accounts here. Invite it instead.',
  },
  rule: 'SoL 10:8',
};

export const calledAlready: Refusal<{ readonly units: readonly string[] }> = {
  when: ({ participants }, request) =>
    request !== null &&
    request.payload.units.some(
      (called) => called === giver(request) || participants.some(({ unit }) => unit === called),
    ),
  why: {
    sv: 'En av enheterna är redan kallad eller är er egen.',
    en: 'One of the units has been called already or is your own.',
  },
  rule: 'SoL 10:8',
};

export const responsibleUnknown: Refusal<{ readonly responsible: string }> = {
  when: (context, request) =>
    request !== null && !unitsOf(context).includes(request.payload.responsible),
  why: {
    sv: 'Den som har det övergripande ansvaret ska vara en enhet som deltar i SIP:en.',
    en: 'Whoever has the overall responsibility must be a unit that takes part in the SIP.',
  },
  rule: 'HSL 16:4',
};

interface WithMeasures {
  readonly measures: readonly { readonly unit: string; readonly huvudman: string }[];
}

/** Who answers for a measure is one of those who make the plan, and its own huvudman. */
export const measureOfStranger: Refusal<WithMeasures> = {
  when: (context, request) =>
    request !== null &&
    request.payload.measures.some(
      ({ unit, huvudman }) =>
        !unitsOf(context).includes(unit) || huvudmanGiven(request.given, unit) !== huvudman,
    ),
  why: {
    sv: 'En insats har en enhet som inte deltar i SIP:en, eller fel huvudman för enheten.',
    en: 'A measure has a unit that takes no part in the SIP, or another huvudman than its own.',
  },
  rule: 'HSL 16:4',
};

interface WithGoals {
  readonly goals: readonly string[];
  readonly measures: readonly { readonly goal?: number | undefined }[];
}

/** A measure serves a goal of its own plan, or none. */
export const goalUnknown: Refusal<WithGoals> = {
  when: (_context, request) =>
    request !== null &&
    request.payload.measures.some(({ goal = 0 }) => goal > request.payload.goals.length),
  why: {
    sv: 'En insats hör till ett mål som inte finns i planen.',
    en: 'A measure belongs to a goal that is not in the plan.',
  },
  rule: 'HSL 16:4',
};

export const otherVersion: Refusal<{ readonly version: number }> = {
  when: ({ plan }, request) => request !== null && request.payload.version !== plan?.version,
  why: {
    sv: 'Det finns en nyare version av planen. Läs den först.',
    en: 'There is a newer version of the plan. Read it first.',
  },
  rule: 'HSL 16:4',
};

export const dayInThePast: Refusal<{ readonly followUpOn?: string | undefined }> = {
  when: (_context, request) => {
    const day = request?.payload.followUpOn;
    return request !== null && day !== undefined && day < localDate(request.occurredAt);
  },
  why: {
    sv: 'Dagen för uppföljning kan inte redan ha passerat.',
    en: 'The day of the follow-up cannot have passed already.',
  },
  rule: 'avtal sip-uppfoljning',
};

export const grownUp: Refusal<unknown> = {
  when: (_context, request) => request !== null && request.given['child'] !== true,
  why: {
    sv: 'Personen är inte under 18 år, eller så är åldern inte känd.',
    en: 'The person is not under 18, or the age is not known.',
  },
  rule: 'PL 4:3',
};
