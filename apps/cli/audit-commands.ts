import { auditVerifyExport } from './audit-verify';
import type { Toolset } from './command';

/** What is verified from a file alone: no database, and nothing of the service is loaded. */
export const AUDIT_COMMANDS: Toolset = {
  commands: [auditVerifyExport],
  whyFailed: () => ({
    sv: 'Det gick inte att pröva loggen: programmet har ett fel.',
    en: 'The log could not be verified: the program has a fault.',
  }),
};
