import type { Item } from './item';
import { ENCODING_AND_LOGIC } from './v01-v02';
import { BROWSER_AND_API } from './v03-v04';
import { FILES_AND_SIGN_IN } from './v05-v06';
import { SESSIONS_AND_RIGHTS } from './v07-v08';
import { TOKENS_AND_SECRETS } from './v09-v12';
import { CONFIGURATION_AND_DATA } from './v13-v14';
import { CODE_AND_PACKAGES } from './v15';
import { LOGS_AND_ERRORS } from './v16-v17';

export type { Item, Proof, Verdict } from './item';

/** The chapters of OWASP ASVS 5.0 with their items of levels 1 and 2, and those of level 3 that we hold to. */
export const CHAPTERS: readonly (readonly [title: string, items: readonly Item[]])[] = [
  ['V1, V2: encoding, validation, business logic', ENCODING_AND_LOGIC],
  ['V3, V4: browser, API', BROWSER_AND_API],
  ['V5, V6: files, authentication', FILES_AND_SIGN_IN],
  ['V7, V8: sessions, authorisation', SESSIONS_AND_RIGHTS],
  ['V9–V12: tokens, OIDC, cryptography, transport', TOKENS_AND_SECRETS],
  ['V13, V14: configuration, data', CONFIGURATION_AND_DATA],
  ['V15: code and packages', CODE_AND_PACKAGES],
  ['V16, V17: logs and errors, WebRTC', LOGS_AND_ERRORS],
];
