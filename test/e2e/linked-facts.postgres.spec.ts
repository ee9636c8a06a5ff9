import { query } from '@hemgang/testing';
import { linkedFactsContract } from './linked-facts.contract';

jest.setTimeout(120_000);

describe('facts between cases over a queue on PostgreSQL', () => {
  linkedFactsContract({
    servers: (databaseUrl) => ({ databaseUrl }),
    wipe: async (databaseUrl) => {
      await query(databaseUrl, 'truncate bullmq.job cascade');
    },
  });
});
