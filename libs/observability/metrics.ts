import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** From a health probe (1 ms) to the limit of a statement (2 s) and beyond. */
const DURATION_BUCKETS_SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** A request that was answered. */
export interface AnsweredRequest {
  readonly method: string;
  /** The pattern of the route, never the address: addresses hold ids and have no end. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** The figures of one process, for Prometheus. Labels are words of ours, never of a caller. */
export class Metrics {
  private readonly registry = new Registry();

  private readonly requests = new Counter({
    name: 'http_requests_total',
    help: 'Answered requests by route pattern and status.',
    labelNames: ['method', 'route', 'status'],
    registers: [this.registry],
  });

  private readonly durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the arrival of a request until its answer was sent.',
    labelNames: ['method', 'route'],
    buckets: DURATION_BUCKETS_SECONDS,
    registers: [this.registry],
  });

  private readonly commands = new Counter({
    name: 'hemgang_commands_total',
    help: 'Commands by name and what became of them (done, replayed or a problem code).',
    labelNames: ['type', 'command', 'outcome'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  requestAnswered({ method, route, status, seconds }: AnsweredRequest): void {
    this.requests.inc({ method, route, status });
    this.durations.observe({ method, route }, seconds);
  }

  /** @param command a name of ours, never the word of a caller */
  commandAnswered(type: string, command: string, outcome: string): void {
    this.commands.inc({ type, command, outcome });
  }

  /**
   * Adds a figure that is read whenever somebody asks for the metrics.
   * @param read when it fails the figure is NaN: the other figures still tell their story
   */
  gauge(name: string, help: string, read: () => number | Promise<number>): void {
    const gauge = new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        const value = await Promise.resolve()
          .then(read)
          .catch(() => Number.NaN);
        this.set(value);
      },
    });
    // A figure that nobody has read yet would be missing instead of unknown.
    gauge.set(Number.NaN);
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** Everything in the text format that Prometheus reads. */
  text(): Promise<string> {
    return this.registry.metrics();
  }
}
