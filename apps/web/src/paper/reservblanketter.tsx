/** @jsxRuntime automatic */
import type { Contract } from '../api/contract';
import { choiceLabel, fieldLabel } from '../form/field-words';
import { fieldsOf, type Field } from '../form/schema';
import type { Text } from '../language';

const WARD: Text = { sv: 'Avdelning', en: 'Ward' };
const RECEIVER: Text = { sv: 'Kommun och hälsocentral', en: 'Municipality and health centre' };
const OPENING = '/api/v1/discharges';

/** Commands of what happens while the service is away and counts from when it happened. */
const PAPERS: readonly (readonly [Text, readonly string[]])[] = [
  [
    WARD,
    [
      OPENING,
      ...[
        'send-inskrivningsmeddelande',
        'change-expected-discharge',
        'mark-utskrivningsklar',
        'withdraw-utskrivningsklar',
        'discharge',
        'register-death',
      ].map(addressOf),
    ],
  ],
  [RECEIVER, ['acknowledge', 'answer', 'report-ready', 'plan-start', 'take-over'].map(addressOf)],
];

/** What every paper has in places of its own, or what is only said at the screen. */
const NOT_ASKED = ['occurredAt', 'registered', 'disclosure', 'handover'];

const WHEN = '20__ - __ - __   kl __ : __';

const CALLS = [1, 2, 3];

const TITLE: Text = { sv: 'Reservblanketter för Hemgång', en: 'Forms for an outage of Hemgång' };

const STEPS: readonly Text[] = [
  {
    sv: 'Skriv ut sidorna i förväg och ha dem i reservpärmen. Ta en ny sida för varje sak som händer.',
    en: 'Print the pages beforehand and keep them in the folder for outages. Take a new page for each thing that happens.',
  },
  {
    sv: 'Skriv den faktiska tiden: när det hände. Ring mottagarna och skriv vem ni nådde och när.',
    en: 'Write the actual time: when it happened. Ring the receivers and write whom you reached and when.',
  },
  {
    sv: 'Lägg papperen i tidsordning. När Hemgång är tillbaka: välj Ärenden, Efter ett avbrott, och mata in dem i den ordningen.',
    en: 'Keep the papers in the order of time. When Hemgång is back: choose Cases, After an outage, and enter them in that order.',
  },
  {
    sv: 'Ifyllda papper är journalhandlingar. Förvara och förstör dem som sådana.',
    en: 'Papers that are filled in are medical records. Keep and destroy them as such.',
  },
];

/** The forms for an outage, a sheet each, in the words of the screen. */
export function Reservblanketter({ contract }: { readonly contract: Contract }) {
  return (
    <html lang="sv">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{TITLE.sv}</title>
        <link rel="stylesheet" href="reservblanketter.css" />
      </head>
      <body>
        <main>
          <h1>
            <Both of={TITLE} />
          </h1>
          <ol>
            {STEPS.map((step) => (
              <li key={step.sv}>
                <Both of={step} />
              </li>
            ))}
          </ol>
          {PAPERS.flatMap(([side, addresses]) =>
            addresses.map((address) => (
              <Paper key={address} side={side} address={address} contract={contract} />
            )),
          )}
        </main>
      </body>
    </html>
  );
}

interface PaperProps {
  readonly side: Text;
  readonly address: string;
  readonly contract: Contract;
}

function Paper({ side, address, contract }: PaperProps) {
  const { paths, components } = contract;
  const operation = paths[address]?.post;
  const label = operation?.['x-hemgang']?.label;
  const schema = operation?.requestBody?.content['application/json']?.schema;
  if (label === undefined || schema === undefined) throw new Error(`${address} is no command`);
  const fields = fieldsOf(schema, components.schemas, NOT_ASKED);
  return (
    <article>
      <p className="side">
        <Both of={side} />
      </p>
      <h2>
        <Both of={label} />
      </h2>
      {!fields.some(({ name }) => name === 'patient') && (
        <Line of={{ sv: 'Patient: namn och personnummer', en: 'Patient: name and number' }} />
      )}
      <Line
        of={{ sv: 'Faktisk tid: när det hände', en: 'Actual time: when it happened' }}
        hint={WHEN}
      />
      <Line
        of={{ sv: 'Vem gjorde det (namn, roll, enhet)', en: 'Who did it (name, role, unit)' }}
      />
      <Asked fields={fields} />
      <Calls />
      <Line
        of={{ sv: '☐ Inmatad i Hemgång (datum, tid, namn)', en: 'Entered (date, time, name)' }}
        hint={WHEN}
      />
    </article>
  );
}

/** Whom somebody rang. */
function Calls() {
  const headings: readonly Text[] = [
    { sv: 'Enhet', en: 'Unit' },
    { sv: 'Namn och telefon', en: 'Name and telephone' },
    { sv: 'När (datum, tid)', en: 'When (date, time)' },
  ];
  return (
    <table>
      <caption>
        <Both of={{ sv: 'Vem som fick veta det per telefon', en: 'Who was told by telephone' }} />
      </caption>
      <thead>
        <tr>
          {headings.map((heading) => (
            <th key={heading.sv} scope="col">
              <Both of={heading} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {CALLS.map((call) => (
          <tr key={call}>
            {headings.map(({ sv }) => (
              <td key={sv} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Asked({ fields }: { readonly fields: readonly Field[] }) {
  return fields.map((field) => <ByHand key={field.path} field={field} />);
}

/** A field as somebody fills it in by hand. */
function ByHand({ field }: { readonly field: Field }) {
  const { path, kind } = field;
  const label = labelOf(path);
  switch (kind) {
    case 'line':
    case 'pick':
    case 'place':
    case 'date':
      return <Line of={label} />;
    case 'time':
      return <Line of={label} hint={WHEN} />;
    case 'text':
    case 'lines':
    case 'times':
      return (
        <p className="lines">
          <Both of={label} />
        </p>
      );
    case 'tick':
      return <Tick of={label} />;
    case 'yes-no':
      return (
        <p>
          <Both of={label} />: ☐ <Both of={{ sv: 'Ja', en: 'Yes' }} /> ☐{' '}
          <Both of={{ sv: 'Nej', en: 'No' }} />
        </p>
      );
    case 'choice':
      return <Choice field={field} />;
    case 'ticks':
    case 'group':
    case 'rows':
      return (
        <div className="group">
          <p>
            <Both of={label} />
          </p>
          <Asked fields={kind === 'rows' ? field.row('1') : field.fields} />
        </div>
      );
  }
}

function Choice({ field }: { readonly field: Extract<Field, { kind: 'choice' }> }) {
  const { name, path, branches } = field;
  const isShort = branches.every(({ fields }) => fields.length === 0);
  return (
    <div className="group">
      <p>
        <Both of={labelOf(path)} />
      </p>
      <ul className={isShort ? 'short' : undefined}>
        {branches.map(({ value, fields }) => (
          <li key={value}>
            <Tick of={{ sv: choiceLabel(name, value, 'sv'), en: choiceLabel(name, value, 'en') }} />
            <Asked fields={fields} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Tick({ of: text }: { readonly of: Text }) {
  return (
    <p>
      ☐ <Both of={text} />
    </p>
  );
}

function Line({ of: text, hint = '' }: { readonly of: Text; readonly hint?: string }) {
  return (
    <p className="line">
      <span>
        <Both of={text} />
      </span>
      <span className="blank">{hint}</span>
    </p>
  );
}

function Both({ of: { sv, en } }: { readonly of: Text }) {
  return (
    <>
      {sv} <span lang="en">/ {en}</span>
    </>
  );
}

function labelOf(path: string): Text {
  return { sv: fieldLabel(path, 'sv'), en: fieldLabel(path, 'en') };
}

function addressOf(command: string): string {
  return `${OPENING}/{id}/${command}`;
}
