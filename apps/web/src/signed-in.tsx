import { createContext, useContext } from 'react';
import type { Me } from './api/types';

const SignedInContext = createContext<Me | null>(null);

/** Makes the signed-in person known to every part of the page. */
export const SignedIn = SignedInContext.Provider;

/** The signed-in person; null on pages before anybody is. */
export function useSignedIn(): Me | null {
  return useContext(SignedInContext);
}

/** The signed-in person of a page that nobody else gets to. */
export function useMe(): Me {
  const me = useSignedIn();
  if (me === null) throw new Error('nobody has signed in');
  return me;
}
