import { admissionTime, stayOf, stayPlan, stayScript } from '@hemgang/demo';
import { localTime, weekday, localDate } from '@hemgang/kernel';
import { discharge } from '@workflows/discharge';
import type { CaseState } from '@hemgang/engine';
import { live, county } from './live-in-memory';

it('stat', () => {
  for (const now of ['2026-11-18T10:00:00.000Z', '2026-11-22T02:00:00.000Z']) {
  const { firstPart, rest } = stayPlan();
  const words: Record<string, number> = {};
  const duties: Record<string, Record<string, string>> = {};
  const count = new Map<string, [number, number]>();
  let steps = 0, night = 0, weekend = 0, total = 0, dur = 0, closed = 0, pastOpen = 0;
  let deaths=0, withdrawn=0, felsant=0, kids: string[] = [];
  for (const [part, list] of [['first', firstPart], ['rest', rest]] as const) {
    for (const p of list) {
      const stay = stayOf(p.n, p.ward);
      const at = admissionTime(p, stay, now);
      const script = stayScript(stay, at);
      dur += (Date.parse(script.at(-1)!.at) - Date.parse(at)) / 86400000;
      for (const s of script) { total++; const t = localTime(s.at); if (t < '07:00' || t >= '21:00') night++; if (weekday(localDate(s.at)) > 5) weekend++; 
        if (s.command==='register-death') deaths++; if (s.command==='withdraw-utskrivningsklar') withdrawn++; if (s.command==='reject') felsant++; }
      let state: CaseState | null = null;
      for (const s of script) { if (s.at > now) break; if (part==='first') steps++; 
        try { state = live(state, s);} catch (e) { kids.push(`${p.n} ${s.command} ${String(e)}`); break; } }
      const w = discharge.summary(state!).word;
      words[`${part} ${p.life} ${w}`] = (words[`${part} ${p.life} ${w}`] ?? 0) + 1;
      if (part === 'first') for (const d of state!.duties) {
        const c = count.get(d.unit + ' ' + d.key) ?? [0,0]; c[0]++; if (d.due !== null && d.due < now) c[1]++; count.set(d.unit + ' ' + d.key, c);
      }
    }
  }
  console.log(now, words, { steps, total, night: night/total, weekend: weekend/total, meanDays: dur/1110, deaths, withdrawn, felsant, kids });
  console.log([...count].filter(([k]) => /medicin-2|bistand-norr|hemsjukvard-norr|ersboda|palliativt/.test(k)).map(([k,[a,b]]) => `${k}: ${a} (${b} overdue)`).sort().join('\n'));
  }
}, 60000);
