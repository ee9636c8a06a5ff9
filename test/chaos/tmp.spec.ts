import { loans } from './simulated-loans.fixture';
import { SimulatedLife } from './simulated-life.fixture';
it('lives', async () => {
  const kind = loans();
  const from = Number(process.env['FROM'] ?? 1), n = Number(process.env['N'] ?? 300);
  const c0 = process.cpuUsage();
  const sum: Record<string, number> = {};
  const bad: [number, readonly string[]][] = [];
  for (let s = from; s < from + n; s++) {
    const r = await new SimulatedLife(kind, s).live();
    for (const [k, v] of Object.entries(r)) if (typeof v === 'number') sum[k] = (sum[k] ?? 0) + v;
    if (r.faults.length) bad.push([s, [...new Set(r.faults)]]);
  }
  const c = process.cpuUsage(c0);
  console.log(JSON.stringify(sum), 'cpu ms/seed', (c.user + c.system) / 1000 / n, 'bad', bad.length, JSON.stringify(bad.slice(0, 12)));
}, 600000);
