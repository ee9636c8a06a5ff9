import { CONSENTS, PROTECTIONS, type Consent, type Holder, type Protection } from './basis-for';

const holder = (change: Partial<Holder>): Holder => ({
  controller: 'region-24-board',
  huvudman: 'region-24',
  level: 'region',
  form: 'authority',
  branch: 'care',
  ...change,
});

const MUNICIPAL = { huvudman: 'kommun-2480', level: 'municipality' } as const;

/** Who hands out. */
const GIVERS: Readonly<Record<string, Holder>> = {
  'regionens vård': holder({}),
  'kommunens hälso- och sjukvård': holder({ ...MUNICIPAL, controller: 'umea-health' }),
  'kommunens socialtjänst': holder({ ...MUNICIPAL, controller: 'umea-social', branch: 'social' }),
  'privat vårdgivare': holder({ controller: 'private-1', form: 'private' }),
};

/** Who gets it, seen from the giver. */
const RECEIVERS: Readonly<Record<string, (giver: Holder) => Holder>> = {
  'samma myndighet eller vårdgivare': (giver) => giver,
  'annan vårdmyndighet i regionen': () => holder({ controller: 'region-24-other-board' }),
  'annan vårdmyndighet i kommunen': () => holder({ ...MUNICIPAL, controller: 'umea-other' }),
  socialtjänst: () => holder({ ...MUNICIPAL, controller: 'umea-social-2', branch: 'social' }),
  'myndighet utanför länet': () =>
    holder({ controller: 'lulea', huvudman: 'kommun-2580', level: 'municipality' }),
  'privat utförare eller vårdgivare': () => holder({ controller: 'private-2', form: 'private' }),
};

/** One situation of the matrix. */
export interface Situation {
  readonly giver: string;
  readonly receiver: string;
  readonly from: Holder;
  readonly to: Holder;
  readonly consent: Consent;
  readonly protection: Protection;
}

/** Every giver beside every receiver, consent and protection. */
export function situations(): Situation[] {
  return Object.entries(GIVERS).flatMap(([giver, from]) =>
    Object.entries(RECEIVERS).flatMap(([receiver, to]) =>
      CONSENTS.flatMap((consent) =>
        PROTECTIONS.map((protection) => ({
          ...{ giver, receiver, from, consent, protection },
          to: to(from),
        })),
      ),
    ),
  );
}
