import { query } from '@hemgang/testing';
import { noticesContract } from './notices.contract';

jest.setTimeout(120_000);

describe('notices over a queue on PostgreSQL', () => {
  noticesContract({
    servers: (databaseUrl) => ({ databaseUrl }),
    wipe: async (databaseUrl) => {
      await query(databaseUrl, 'truncate bullmq.job cascade');
    },
  });
});
