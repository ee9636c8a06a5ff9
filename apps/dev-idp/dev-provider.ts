import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Issuer } from '@hemgang/access';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';
import { choicePage } from './choice-page';
import { CHOICES, CLAIMS, claimsOf, LOA3 } from './people';

const INTERACTION = '/interaction/';

/** A form with one id. */
const BODY_BYTES_MAX = 2_000;

/** Answers a request of the provider's. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * An OpenID provider that believes everybody: whom one chooses one is. Its keys and sessions die with
 * the process.
 * @param issuer as Hemgång's file of issuers names it
 */
export async function devProvider(issuer: Issuer, publicUrl: string): Promise<Handler> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'dev' };
  const { client } = issuer;
  if (client.auth.method !== 'client_secret_basic') throw new Error('the client has a secret');
  const provider = new Provider(issuer.url, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.auth.secret,
        redirect_uris: [`${publicUrl}/api/v1/sign-in/${issuer.id}/callback`],
        backchannel_logout_uri: `${publicUrl}/api/v1/sign-in/${issuer.id}/logout`,
        backchannel_logout_session_required: true,
        require_auth_time: true,
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    acrValues: [LOA3],
    claims: { openid: ['sub', 'sid', ...CLAIMS] },
    // Hemgång reads the ID token and asks for nothing more.
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    interactions: { url: (_context, { uid }) => `${INTERACTION}${uid}` },
    findAccount: (_context, id) => {
      const claims = claimsOf(id);
      return claims === null ? undefined : { accountId: id, claims: () => claims };
    },
    // Whoever chooses somebody agrees to be her.
    loadExistingGrant: async ({ oidc }) => {
      const accountId = oidc.session?.accountId;
      if (accountId === undefined) return undefined;
      const grant = new oidc.provider.Grant({ accountId, clientId: client.id });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  const others = provider.callback();
  return async (request, response) => {
    if (request.url?.startsWith(INTERACTION) !== true) return others(request, response);
    if (request.method !== 'POST') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(choicePage(request.url));
      return;
    }
    const account = new URLSearchParams(await bodyOf(request)).get('account') ?? '';
    const accountId = CHOICES.find(({ id }) => id === account)?.id;
    const result =
      accountId === undefined
        ? { error: 'access_denied' }
        : { login: { accountId, acr: LOA3, amr: ['demo'] } };
    await provider.interactionFinished(request, response, result, {
      mergeWithLastSubmission: false,
    });
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > BODY_BYTES_MAX) throw new Error('the form is too large');
  }
  return body;
}
