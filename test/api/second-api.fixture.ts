import type { AddressInfo } from 'node:net';
import { openService } from '@hemgang/cases';
import { derivedUrls } from '@hemgang/config';
import { createLogger } from '@hemgang/observability';
import { registryInUse } from '@hemgang/testing';
import { createApi } from '../../apps/api/application';

/** Another process's API on the same database: it shares nothing else with the first. */
export interface SecondApi {
  readonly url: string;
  stop(): Promise<void>;
}

export async function secondApi(
  databaseUrl: string,
  mode: 'demo' | 'production' = 'demo',
): Promise<SecondApi> {
  const service = await openService(
    {
      ...{ databases: derivedUrls(databaseUrl), mode, poolSize: 4 },
      ...{ applicationName: 'hemgang-test', warn: () => undefined },
    },
    registryInUse(),
  );
  const logger = createLogger('api', 'error', { write: () => undefined });
  const web = { folder: __dirname, paths: new Set<string>() };
  const api = await createApi({ service, mode, logger, web });
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      await api.stop();
      await service.close();
    },
  };
}
