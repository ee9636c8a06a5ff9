import type { DisputeDuty, SettlementDuty } from './duties';

/** When each duty of a settlement is due, in words for README.md. */
export const dueWords: Readonly<Record<SettlementDuty | DisputeDuty, string>> = {
  'granska-underlag': '`granskningDays` after the computation',
  'underskrift-region': '`underskriftDays` after the review',
  'underskrift-kommun': "`underskriftDays` after the region's signature",
  fakturera: '`fakturaDays` after the lock, or after a dispute that changed what is owed',
  'svara-pa-oppning': '`oppningDays` after the other side asked',
  'svara-pa-bestridande': '`bestridandeDays` after the dispute',
  'avgor-bestridande': '`gruppDays` after the joint group got it',
};
