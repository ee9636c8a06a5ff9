// What docs/results.md answers: each promise of reliability, in the order of the page, with the
// suite that keeps it. `findings` are names by which the suite records what it has seen
// (libs/testing/findings.ts); names that begin with one of them belong to it too.
export const promises = [
  {
    findings: ['virtual-time'],
    promised:
      'The core in virtual time, with crashes between any two effects: 200,000 seeds, no acknowledged command lost, none invented, one owner for each duty, no early and no missing deadline, effects once per key.',
    suite: 'test/chaos/virtual-time.spec.ts',
  },
  {
    findings: ['killed-at-crash-points'],
    promised:
      'API or worker killed 200 times at named points under load: no acknowledged command lost, none invented, each outside effect accepted once per key, nothing left undone 10 s after the restart.',
    suite: 'test/chaos/killed-at-crash-points.spec.ts',
  },
  {
    findings: ['redis-lost'],
    promised:
      'Redis flushed every 5 to 20 s under load, away for 2 minutes, restored from an old dump: everything handled, p99 of lateness at most 30 s (60 s while it is away), nothing twice.',
    suite: 'test/chaos/redis-lost.spec.ts',
  },
  {
    findings: ['postgres-lost'],
    promised:
      'PostgreSQL restarted and cut off for 10 s under load: clients get 503 with Retry-After, recovery within 10 s, unknown outcomes resolved by the idempotency key.',
    suite: 'test/chaos/postgres-lost.spec.ts',
  },
  {
    findings: ['crowd'],
    promised:
      'A hundred users on one case with random legal and illegal commands, 20 cases: linearizable by replay, one winner per version, losers get 409 or 412, no 500.',
    suite: 'test/chaos/crowd.spec.ts',
  },
  {
    findings: ['same-key'],
    promised:
      'The same idempotency key 50 times at once, with another body, and after a crash: done once.',
    suite: 'test/chaos/same-key.spec.ts',
  },
  {
    findings: ['clock'],
    promised:
      'The clock of the application host jumps by an hour and a day, stands still, differs 10 minutes from the database; both clock changes of the year: no early deadline, no lost timer, a warning that names the skew.',
    suite: 'test/chaos/clock.spec.ts',
  },
  {
    findings: ['invalid-inputs'],
    promised:
      'Ten thousand inputs that a schema validator finds not allowed by the OpenAPI document: each refused with 4xx as a problem, no 5xx, nothing told of the inside, nothing repeated, nothing written, memory flat.',
    suite: 'test/api/invalid-inputs.spec.ts',
  },
  {
    findings: ['foreign-cases'],
    promised:
      'Every operation on the cases, incidents and sessions of others, by every role of every kind of unit and every other controller: 404 or 403, no byte different from what does not exist, each try logged, nothing written.',
    suite: 'test/api/foreign-cases.spec.ts',
  },
  {
    findings: ['stopping'],
    promised: 'SIGTERM under load: drained within 20 s, without an error to clients.',
    suite: 'test/chaos/stopping.spec.ts',
  },
  {
    findings: ['connections-taken', 'pool-exhausted', 'disk-full'],
    promised: 'A full disk and no free connections: nothing is acknowledged that is not kept.',
    suite: 'test/chaos/exhausted.spec.ts',
  },
  {
    findings: ['poison'],
    promised: 'A job that always fails is parked where people see it, while the others go on.',
    suite: 'test/chaos/poison.postgres.spec.ts',
  },
  {
    findings: ['migration-under-load'],
    promised:
      'A migration and its way back while commands run, with 100,000 cases under way: nobody waits for a lock as long as a second.',
    suite: 'test/e2e/migration-under-load.spec.ts',
  },
  {
    findings: ['restored-backup'],
    promised:
      'A backup restored to an earlier moment on another server: every case verified, nothing sent twice.',
    suite: 'test/e2e/restored-backup.spec.ts',
  },
  {
    findings: ['protected-markers'],
    promised:
      'People with a protected identity planted in a living county: no marker in any answer, log line, figure, job, notice, file or export, but to the two named.',
    suite: 'test/api/protected-markers.spec.ts',
  },
  {
    findings: ['every-answer', 'no-line-no-answer'],
    promised:
      'R13: every described operation whose answer holds data about a patient leaves its line in the access log; where the line cannot be written no data leave. All routes, 100 % matched.',
    suite: 'test/audit/every-answer.spec.ts',
  },
  {
    findings: ['gallring'],
    promised:
      'After gallring eleven years later the sealed log verifies, every case replays and a locked settlement is what was signed; a restore repeats the erasures made since the backup.',
    suite: 'test/audit/gallring.spec.ts',
  },
  {
    findings: ['every-screen'],
    promised:
      "Every screen, with contents, empty and without an answer, by day, by night, in the reader's own colours, at 390 px and at 320 px: no fault found by axe (WCAG 2.0–2.2 A and AA, best practice), no sideways scrolling.",
    suite: 'test/browser/screens/every-screen.spec.ts',
  },
];
