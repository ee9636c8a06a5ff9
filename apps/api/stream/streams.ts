import { Sessions } from '@hemgang/access';
import { Live } from '@hemgang/cases';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Caller } from '../edge/caller';
import { Refused } from '../edge/refused';
import { CaseStream } from './case-stream';

/** Several tabs and a wall board; more is a program that forgets to close. */
export const STREAMS_PER_SESSION_MAX = 6;

/** A stream that nobody reads is noticed by then. */
const RETRY_AFTER_SECONDS = '30';

/** Half of what proxies usually allow a connection to be silent; readers count on it. */
const HEARTBEAT_MS = 15_000;

/** Hints of news may be lost; the event log never is. */
const POLL_MS = 5_000;

export const EVENT_STREAM = 'text/event-stream; charset=utf-8';

const HEADERS = {
  'content-type': EVENT_STREAM,
  // Otherwise a proxy would collect events until it has a page of them.
  'x-accel-buffering': 'no',
};

/** All open streams of this process. */
@Injectable()
export class Streams {
  private readonly open = new Set<CaseStream>();
  private readonly timers = [
    setInterval(() => this.sendNews(), POLL_MS).unref(),
    setInterval(() => void this.sendDrafts(), POLL_MS).unref(),
    setInterval(() => this.beat(), HEARTBEAT_MS).unref(),
  ];

  /** Versions of the drafts that were changed lately, as they have been told. */
  private told: ReadonlyMap<string, number> = new Map();

  constructor(
    private readonly live: Live,
    private readonly sessions: Sessions,
  ) {}

  get count(): number {
    return this.open.size;
  }

  /**
   * Opens a stream and feeds it until either side ends it.
   * @param lastEventId the cursor that the caller has seen; none begins now
   * @throws Refused 429 when the session has too many; DatabaseUnavailable
   */
  async begin(caller: Caller, lastEventId: string | undefined, reply: FastifyReply): Promise<void> {
    const cursor = lastEventId ?? (await this.live.head());
    if (this.of(caller.token).length >= STREAMS_PER_SESSION_MAX) {
      throw new Refused({ code: 'TOO_MANY_REQUESTS' }, { 'retry-after': RETRY_AFTER_SECONDS });
    }
    reply.hijack();
    const stream = new CaseStream(caller, this.live, reply.raw, cursor);
    this.open.add(stream);
    reply.raw.on('close', () => this.open.delete(stream));
    stream.begin({ ...(reply.getHeaders() as Record<string, string>), ...HEADERS });
    await stream.sendNews();
  }

  /** Call when somebody has written; only a hint, everything is found without it. */
  sendNews(): void {
    for (const stream of this.open) void stream.sendNews();
  }

  /** Tells whose drafts have changed, each version once; one look for all streams. Never fails. */
  async sendDrafts(): Promise<void> {
    if (this.open.size === 0) return;
    const changed = await this.live.draftsChangedLately().catch(() => []);
    const fresh = changed.filter(({ caseId, version }) => this.told.get(caseId) !== version);
    this.told = new Map(changed.map(({ caseId, version }) => [caseId, version]));
    for (const { units, ...draft } of fresh) {
      for (const stream of this.open) {
        if (units.includes(stream.caller.reader.unit)) stream.tellDraft(draft);
      }
    }
  }

  /** Ends the streams of a session that has ended. */
  endOf(token: string): void {
    for (const stream of this.of(token)) stream.end();
  }

  /** Ends the streams of who is signed out, by whomever, or has no assignment any more. */
  lookWhoIsThere(): void {
    for (const stream of this.open) void this.endIfOut(stream);
  }

  /** Ends everything: the process stops, and an open stream would keep it from doing so. */
  endAll(): void {
    this.timers.forEach((timer) => clearInterval(timer));
    for (const stream of this.open) stream.end();
  }

  private of(token: string): CaseStream[] {
    return [...this.open].filter(({ caller }) => caller.token === token);
  }

  /** A session that has ended or run out unheard ends its streams at the next heartbeat. */
  private beat(): void {
    for (const stream of this.open) {
      void this.endIfOut(stream).then((isOut) => {
        if (!isOut) stream.beat();
      });
    }
  }

  /** An open stream is no use of a session: a screen that nobody looks at must not stay signed in. */
  private async endIfOut(stream: CaseStream): Promise<boolean> {
    const isIn = await this.sessions.isRunning(stream.caller.token).catch(() => false);
    if (!isIn) stream.end();
    return !isIn;
  }
}
