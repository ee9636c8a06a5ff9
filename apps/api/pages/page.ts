import { createHash } from 'node:crypto';
import { Markup, type Piece, html } from '@hemgang/kernel';

/** A whole page without scripts. */
interface Page {
  readonly language: string;
  readonly title: string;
  /** Of our own; what stands in it is not escaped. */
  readonly style: string;
  /** A class of the whole page. */
  readonly kind?: string;
  readonly body: Piece;
}

/** The page as it is sent. The style stands in it letter by letter: the policy knows its hash. */
export function pageOf({ language, title, style, kind, body }: Page): string {
  const page = html`<html lang="${language}" ${kind === undefined ? null : html`class="${kind}"`}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>${title}</title>
      ${new Markup(`<style>${style}</style>`)}
    </head>
    <body>
      ${body}
    </body>
  </html>`;
  return `<!doctype html>\n${page.text}\n`;
}

/**
 * What such a page may do: show its one style, and send its forms where it has any. No script runs,
 * whatever got into it.
 */
export function pagePolicy(style: string, forms: 'forms' | 'no-forms' = 'no-forms'): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    "base-uri 'none'",
    `form-action ${forms === 'forms' ? "'self'" : "'none'"}`,
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}
