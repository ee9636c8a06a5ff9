/** The zone of every time that is written by the clock. */
export const STOCKHOLM = 'Europe/Stockholm';

/** Summer time as the union has had it since 1996: from the last Sunday of March to that of October, at 01 UTC. */
export function stockholmTimezone(): string {
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${STOCKHOLM}`,
    ...change('DAYLIGHT', 'CEST', '19960331T020000', '3', '+0100', '+0200'),
    ...change('STANDARD', 'CET', '19961027T030000', '10', '+0200', '+0100'),
    'END:VTIMEZONE',
  ].join('\r\n');
}

function change(
  kind: 'DAYLIGHT' | 'STANDARD',
  name: string,
  ...[since, month, from, to]: readonly [string, string, string, string]
): readonly string[] {
  return [
    `BEGIN:${kind}`,
    `TZNAME:${name}`,
    `DTSTART:${since}`,
    `RRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    `END:${kind}`,
  ];
}
