import { readWardBoard } from '../api/reads';
import type { BoardLine, Me } from '../api/types';
import { inBoth, type Words } from '../in-both';
import { fill, useLanguage, type Text } from '../language';
import { useLive } from '../live';
import { useResource } from '../resource';
import { PageHeading } from '../router';
import { formatInstant } from '../time';
import { Failure } from '../ui/failure';
import { Icon } from '../ui/icon';
import { StaleBanner } from '../ui/stale-banner';
import { useNow } from '../use-now';
import { useSettled } from '../use-settled';

const texts = {
  heading: { sv: '{ward}: utskrivningar', en: '{ward}: discharges' },
  now: { sv: 'Klockan är {time}', en: 'It is {time}' },
  patient: { sv: 'Patient', en: 'Patient' },
  days: { sv: 'Dagar', en: 'Days' },
  expected: { sv: 'Väntas hem', en: 'Expected home' },
  state: { sv: 'Läge', en: 'State' },
  ready: { sv: 'utskrivningsklar sedan {day}', en: 'utskrivningsklar since {day}' },
  waitsFor: { sv: 'Väntar på', en: 'Waits for' },
  late: { sv: 'Försenat', en: 'Late' },
  protected: { sv: 'Skyddad', en: 'Protected' },
  unknown: { sv: 'Okänd', en: 'Unknown' },
  none: { sv: 'Inget', en: 'Nothing' },
  ours: { sv: 'Ingen annan', en: 'Nobody else' },
  notSet: { sv: 'Inte satt', en: 'Not set' },
  empty: {
    sv: 'Ingen patient på avdelningen har ett öppet ärende. Den som skrivs in visas här.',
    en: 'No patient on the ward has an open case. Whoever is admitted is shown here.',
  },
} satisfies Readonly<Record<string, Text>>;

const words = inBoth(texts);

type BoardTexts = Words<typeof texts>;

/** The texts in the reader's language. */
function useBoardTexts(): BoardTexts {
  return words[useLanguage().language];
}

/** What hangs on the wall of a ward: to be read from afar, and nothing to be done. */
export function BoardPage({ me }: { readonly me: Me }) {
  const t = useBoardTexts();
  const { language } = useLanguage();
  const now = useNow();
  const found = useResource('ward board', readWardBoard);
  const reloadSoon = useSettled(found.reload);
  useLive(() => reloadSoon());
  const lines = found.data?.items ?? [];
  return (
    <div className="board">
      <PageHeading>{fill(t.heading, { ward: me.unit.name })}</PageHeading>
      <p>{fill(t.now, { time: formatInstant(now, language) })}</p>
      <StaleBanner />
      <Failure resource={found} />
      {found.data !== null && lines.length === 0 && <p>{t.empty}</p>}
      {lines.length > 0 && (
        // Whoever reads by keyboard can move what is wider than the screen.
        <div className="board-table" role="region" tabIndex={0} aria-label={t.patient}>
          <table>
            <thead>
              <tr>
                {[t.patient, t.days, t.expected, t.state, t.waitsFor, t.late].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line, index) => (
                // Two patients may have the same initials, and nothing else tells them apart here.
                <Line key={index} line={line} t={t} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function Line({ line, t }: { readonly line: BoardLine; readonly t: BoardTexts }) {
  const { initials, isProtected, days, expectedOn, stateText, waitsFor, late } = line;
  const since = line.utskrivningsklarSince;
  return (
    <tr>
      <th scope="row">{initials ?? (isProtected ? t.protected : t.unknown)}</th>
      <td>{days}</td>
      <td>{expectedOn === null ? t.notSet : shortDay(expectedOn)}</td>
      <td>
        {stateText}
        {since !== null && <span>, {fill(t.ready, { day: shortDay(since) })}</span>}
      </td>
      <td>{waitsFor ?? t.ours}</td>
      <td className={late.length > 0 ? 'board-late' : undefined}>
        {late.length === 0 ? (
          t.none
        ) : (
          <>
            <Icon name="late" /> {late.join('; ')}
          </>
        )}
      </td>
    </tr>
  );
}

/** `2026-11-26` as it is said: `26/11`. */
function shortDay(day: string): string {
  const [, month = '', date = ''] = day.split('-');
  return `${Number(date)}/${Number(month)}`;
}
