import { poisonContract } from './poison.contract';

jest.setTimeout(120_000);

describe('a poison job over a queue on PostgreSQL', () => {
  poisonContract('PostgreSQL', {
    servers: (databaseUrl) => ({ databaseUrl }),
  });
});
