import type { MunicipalTransferDuty } from './duties';

/** When each duty of a transfer is due, in words for README.md. */
export const dueWords: Readonly<Record<MunicipalTransferDuty, string>> = {
  overflyttning: 'agreed hours after the request (SoL sets no limit)',
};
