/** A person of the demo, as `GET /api/v1/demo/users` gives it. */
interface DemoUser {
  id: string;
  name: string;
  unit: string | { name: string };
  roles: string[];
}

/** As many as fit on a screen beside the address. */
const SHOWN_MAX = 10;

/** Lines that present the demo's users, as different in their roles as possible; none if no demo. */
export async function demoUserLines(address: string): Promise<string[]> {
  const answer = await fetch(`${address}/api/v1/demo/users`);
  if (!answer.ok) return [];
  const { items } = (await answer.json()) as { items: DemoUser[] };
  const shown = ofDifferentRoles(items);
  const width = Math.max(0, ...shown.map(({ name }) => name.length));
  return shown.map(({ name, unit, roles }) => {
    const place = typeof unit === 'string' ? unit : unit.name;
    return `  ${name.padEnd(width)}  ${place} (${roles.join(', ')})`;
  });
}

/** First whoever brings a role not shown yet, then the others in the order given. */
function ofDifferentRoles(users: DemoUser[]): DemoUser[] {
  const seen = new Set<string>();
  const first = users.filter(({ roles }) => {
    const isNew = roles.some((role) => !seen.has(role));
    for (const role of roles) seen.add(role);
    return isNew;
  });
  const others = users.filter((user) => !first.includes(user));
  return [...first, ...others].slice(0, SHOWN_MAX);
}
