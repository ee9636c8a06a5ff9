import { useEffect, useState } from 'react';
import { staleSince } from '../api/contact';
import { fill, useTexts } from '../language';
import { formatClock } from '../time';

const CHECK_MS = 5_000;

/** Says since when nothing has been heard from the server; nothing while all is well. */
export function StaleBanner() {
  const t = useTexts();
  const [since, setSince] = useState<number | null>(null);
  useEffect(() => {
    const timer = setInterval(() => setSince(staleSince()), CHECK_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <div role="status">
      {since !== null && (
        <p className="banner banner-warning">{fill(t.stale, { time: formatClock(since) })}</p>
      )}
    </div>
  );
}
