import { useEffect, useState } from 'react';

/** A value once it has stayed the same for a while; the first one at once. */
export function useRested(value: string | null, ms: number): string | null {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return rested;
}
