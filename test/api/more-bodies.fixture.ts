const PLACE = { place: 'county' };

const AGREED = {
  ...{ ...PLACE, words: 'Fler korttidsplatser', owner: 'region-24' },
  ...{ role: 'administrator', due: '2027-03-01', lookAgain: '2027-02-01' },
};

/** What some operations take that are no commands, by path. The month of a pack is one to come. */
export const MORE_BODIES: Readonly<Record<string, object>> = {
  '/api/v1/notice-wishes': {
    ...{ mail: 'a@example.se', phone: null, mailFor: 'all', smsFor: 'nothing', digestHours: [] },
    ...{ quietFrom: null, quietUntil: null, language: 'sv' },
  },
  '/api/v1/packs': { ...PLACE, month: '2099-01' },
  '/api/v1/agreed-measures': AGREED,
  '/api/v1/agreed-measures/00000000-0000-4000-8000-000000000000/follow-ups': {
    ...{ ...PLACE, status: 'done', note: '' },
  },
};
