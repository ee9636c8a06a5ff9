import { openJobQueue, jobCatalogue, type JobQueue, type QueueServers } from '@hemgang/queue';
import type { County } from '@hemgang/testing';
import { Loop } from '../../apps/worker/loop';
import { outboxHandlers } from '../../apps/worker/outbox-handlers';
import { Relay } from '../../apps/worker/relay';

/** One way to carry jobs, and how everything in it is lost. */
export interface Backend {
  servers(databaseUrl: string): QueueServers;
  wipe(databaseUrl: string): Promise<void>;
}

/** The part of the worker that carries out what stands in the outbox. */
export class Carrier {
  private readonly queue: JobQueue;
  private relay: Loop | null = null;

  constructor(
    private readonly county: County,
    backend: Backend,
  ) {
    const servers = backend.servers(county.databaseUrl);
    this.queue = openJobQueue(jobCatalogue, servers, { warn: () => undefined });
  }

  async start(): Promise<void> {
    const { service } = this.county;
    const handlers = outboxHandlers(service, () => this.relay?.wake());
    const own = new Relay(service.outbox, this.queue, service.clock, handlers);
    this.relay = new Loop(
      () => own.round(),
      () => undefined,
    );
    await this.queue.process(handlers);
  }

  async stop(): Promise<void> {
    await this.relay?.stop();
    await this.queue.close();
  }
}
