import { listOf, PAGE_PARAMETERS, read, type Paths } from './operation';

const AUDIT = 'audit';

/** What proves the log to those who do not keep it. */
export const auditPaths: Paths = {
  '/api/v1/audit/checkpoints': {
    get: read(
      'listCheckpoints',
      AUDIT,
      'Signed statements of where the log was, latest first; keep them outside',
      listOf('SealCheckpoint'),
      { parameters: PAGE_PARAMETERS },
    ),
  },
  '/api/v1/audit/keys': {
    get: read(
      'listSealKeys',
      AUDIT,
      'Public keys that checkpoints are signed by, oldest first',
      listOf('SealKey'),
    ),
  },
};
