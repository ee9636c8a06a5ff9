import { createContext, useContext } from 'react';
import type { Me } from './api/types';

const SignedInContext = createContext<Me | null>(null);

/** Makes the signed-in person known to every part of the page. */
export const SignedIn = SignedInContext.Provider;

/** The signed-in person; null on pages before anybody is. */
export function useSignedIn(): Me | null {
  return useContext(SignedInContext);
}
