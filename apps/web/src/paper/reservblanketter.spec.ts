import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Contract } from '../api/contract';
import { Reservblanketter } from './reservblanketter';

const FILE = join(__dirname, '../../public/reservblanketter.html');
const DESCRIPTION = join(__dirname, '../../../../docs/openapi.json');

describe('the forms for an outage', () => {
  const contract = JSON.parse(readFileSync(DESCRIPTION, 'utf8')) as Contract;
  const markup = renderToStaticMarkup(createElement(Reservblanketter, { contract }));
  const page = `<!doctype html>\n${markup}\n`;

  it('ask on paper what the screen asks (UPDATE_DOCS=1 writes them anew)', () => {
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(FILE, page);
    expect(readFileSync(FILE, 'utf8')).toBe(page);
  });

  it('each have room for the actual time, the giver, who was told, and that it was entered', () => {
    const [, ...papers] = page.split('<article>');
    expect(papers).toHaveLength(12);
    for (const paper of papers) {
      for (const words of ['Faktisk tid', 'Vem gjorde det', 'per telefon', 'Inmatad i Hemgång']) {
        expect(paper).toContain(words);
      }
      expect(paper).toContain('Patient');
    }
    expect(page).not.toContain('<script');
  });
});
