import { flaws } from './simulated-flaws.fixture';
import { loans } from './simulated-loans.fixture';
import { SimulatedLife } from './simulated-life.fixture';
async function main() {
  const kind = loans();
  for (const [name, { breaks, built }] of Object.entries(flaws)) {
    let first = 0; let hit = 0; const n = 300; const words = new Map<string, number>();
    for (let s = 1; s <= n; s++) {
      const r = await new SimulatedLife(kind, s, built).live();
      if (r.faults.some((f) => breaks.test(f))) { hit++; first ||= s; }
      for (const f of r.faults) { const w = f.replace(/\d+/g, '#'); words.set(w, (words.get(w) ?? 0) + 1); }
    }
    console.log(name, 'first', first, 'hits', hit, JSON.stringify([...words].sort((a, b) => b[1] - a[1]).slice(0, 4)));
  }
}
void main();
