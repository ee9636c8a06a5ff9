import { CHOICES } from './people';

/** The page on which one chooses whom to be: no script, no style of others. */
export function choicePage(action: string): string {
  const people = CHOICES.map(
    ({ id, name, unit }) =>
      `<li><button name="account" value="${escaped(id)}">${escaped(name)}</button> ${escaped(unit)}</li>`,
  );
  return (
    '<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Prov-IdP</title></head><body>' +
    '<main><h1>Prov-IdP: vem är du?</h1><p>Alla personer är påhittade. Sök med Ctrl+F.</p>' +
    `<form method="post" action="${escaped(action)}"><ul>${people.join('')}</ul></form></main></body></html>`
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
