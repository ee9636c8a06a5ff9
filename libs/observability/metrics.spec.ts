import { Metrics } from './metrics';

describe('the metrics', () => {
  it('count answered requests by route pattern and measure their time', async () => {
    const metrics = new Metrics();
    const answered = { method: 'GET', route: '/api/v1/:type/:id', status: 200 };
    metrics.requestAnswered({ ...answered, seconds: 0.02 });
    metrics.requestAnswered({ ...answered, seconds: 0.2 });
    const text = await metrics.text();
    expect(text).toContain(
      'http_requests_total{method="GET",route="/api/v1/:type/:id",status="200"} 2',
    );
    const bucket = 'http_request_duration_seconds_bucket{le="0.025",method="GET"';
    expect(text).toContain(`${bucket},route="/api/v1/:type/:id"} 1`);
  });

  it('count commands by what became of them', async () => {
    const metrics = new Metrics();
    metrics.commandAnswered('discharge', 'admit', 'done');
    metrics.commandAnswered('discharge', 'admit', 'RULE_REFUSED');
    const text = await metrics.text();
    for (const outcome of ['done', 'RULE_REFUSED']) {
      expect(text).toContain(
        `hemgang_commands_total{type="discharge",command="admit",outcome="${outcome}"} 1`,
      );
    }
  });

  it('read a figure when they are asked for, and answer although one cannot be read', async () => {
    const metrics = new Metrics();
    let open = 0;
    metrics.gauge('hemgang_streams_open', 'Open streams.', () => open);
    metrics.gauge('hemgang_broken', 'Cannot be read.', () => Promise.reject(new Error('down')));
    open = 7;
    const text = await metrics.text();
    expect(text).toContain('hemgang_streams_open 7');
    expect(text).toContain('hemgang_broken Nan');
    expect(text).toContain('process_resident_memory_bytes');
  });
});
