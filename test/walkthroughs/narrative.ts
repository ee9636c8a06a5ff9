/** One thing a walk-through does: a request with what must come back, or time that passes. */
export type Step =
  | { readonly kind: 'clock'; readonly ms: number; readonly line: number }
  | {
      readonly kind: 'request';
      readonly line: number;
      readonly method: string;
      readonly path: string;
      /** The event that a timeline must show before the answer counts. */
      readonly until: string | null;
      readonly as: string;
      /** Later steps call the case that this one opened `{name}` and its id `{name.id}`. */
      readonly keep: string | null;
      /** Where in the answer stands what is kept instead, as a JSON pointer. */
      readonly keepFrom: string | null;
      readonly body: string | null;
      readonly status: number;
      readonly expected: string;
    };

interface Block {
  readonly kind: string;
  readonly line: number;
  readonly lines: readonly string[];
}

const UNITS_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Reads the steps of a narrated walk-through. @throws Error naming the line that is wrong */
export function readNarrative(markdown: string): Step[] {
  const blocks = blocksOf(markdown);
  return blocks.flatMap((block, index) => {
    switch (block.kind) {
      case 'clock':
        return [{ kind: 'clock' as const, line: block.line, ms: advance(block) }];
      case 'http':
        return [request(block, blocks[index + 1])];
      default:
        return [];
    }
  });
}

/** The scenarios of a document: what stands under each heading `## …`, by its words. */
export function scenariosOf(markdown: string): [name: string, markdown: string][] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((text) => [text.slice(0, text.indexOf('\n')).trim(), text]);
}

/** `3d`, `90m` in milliseconds. */
export function durationMs(text: string): number {
  const [, count, unit] = /^(\d+)([mhd])$/.exec(text.trim()) ?? [];
  const unitMs = UNITS_MS[unit ?? ''];
  if (count === undefined || unitMs === undefined) throw new Error(`no duration: ${text}`);
  return Number(count) * unitMs;
}

function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: { kind: string; line: number; lines: string[] } | null = null;
  markdown.split('\n').forEach((text, index) => {
    const fence = /^```(\w*)$/.exec(text);
    if (fence === null) open?.lines.push(text);
    else if (open === null) open = { kind: fence[1] ?? '', line: index + 1, lines: [] };
    else {
      blocks.push(open);
      open = null;
    }
  });
  return blocks;
}

function advance({ lines, line }: Block): number {
  const [, duration] = /^advance (\S+)$/.exec(lines[0] ?? '') ?? [];
  if (duration === undefined) throw new Error(`line ${line}: write "advance 3d"`);
  return durationMs(duration);
}

function request({ lines, line }: Block, next: Block | undefined): Step {
  const [, method, path, until] = /^(\w+) (\S+)(?: until (.+))?$/.exec(lines[0] ?? '') ?? [];
  const [, as] = /^As: (.+)$/.exec(lines[1] ?? '') ?? [];
  if (method === undefined || path === undefined || as === undefined) {
    throw new Error(`line ${line}: a request needs "METHOD path" and "As: user"`);
  }
  if (next?.kind !== 'expect') throw new Error(`line ${line}: what is expected is missing`);
  const [, keep, keepFrom] = /^Keep: (\w+)(?: = (\/\S+))?$/.exec(lines[2] ?? '') ?? [];
  const body = lines
    .slice(keep === undefined ? 2 : 3)
    .join('\n')
    .trim();
  return {
    kind: 'request',
    line,
    method,
    path,
    until: until ?? null,
    as,
    keep: keep ?? null,
    keepFrom: keepFrom ?? null,
    body: body === '' ? null : body,
    status: Number(next.lines[0]),
    expected: next.lines.slice(1).join('\n'),
  };
}
