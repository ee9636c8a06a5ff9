import { BackChannel, SignIn, type IssuerView } from '@hemgang/access';
import type { Page } from '@hemgang/cases';
import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Judged } from '../edge/judged';
import { languageOf } from '../edge/language';
import { noQuery } from '../edge/query';
import { orRefuse, Refused } from '../edge/refused';
import { OpenToEverybody, OpenToServers } from '../edge/session';
import {
  clearSignInCookie,
  cookieOf,
  setSessionCookie,
  setSignInCookie,
  signInCookieOf,
} from '../edge/session-cookie';
import { beginQuery, logoutBody } from './sign-in-bodies';

/** Where the web app lets somebody choose among her assignments. */
const CHOICE = '/uppdrag';

/** The choice leads on to where she wanted to go, which has been judged when she began. */
function choiceThen(path: string): string {
  return path === '/' ? CHOICE : `${CHOICE}?vidare=${encodeURIComponent(path)}`;
}

/** Longer is no answer of a provider. */
const QUERY_LENGTH_MAX = 8_000;

/** Through an identity provider and back. All of it is for browsers, except the logout. */
@Controller('api/v1/sign-in')
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly backChannel: BackChannel,
  ) {}

  @Get()
  @OpenToEverybody()
  issuers(
    @Query(new Judged(noQuery)) _query: object,
    @Req() request: FastifyRequest,
  ): Page<IssuerView> {
    const language = languageOf(request.headers['accept-language']);
    return { items: this.signIn.issuers(language), next: null };
  }

  /** Sends the browser to the provider. */
  @Get(':issuer')
  @OpenToEverybody()
  async begin(
    @Param('issuer') issuer: string,
    @Query(new Judged(beginQuery)) { fresh, next = '/' }: z.output<typeof beginQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wish = { isFresh: fresh === 'true', returnTo: next, token: cookieOf(request) };
    const { location, browser } = orRefuse(await this.signIn.begin(issuer, wish));
    setSignInCookie(reply, browser);
    void reply.redirect(location, 303);
  }

  /**
   * Where the provider sends the browser back. Whatever the query holds is judged by the sign-in, and
   * who is refused lands in the web app, which says why.
   */
  @Get(':issuer/callback')
  @OpenToEverybody()
  async finish(
    @Param('issuer') issuer: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const start = request.url.indexOf('?');
    const query = start < 0 ? '' : request.url.slice(start);
    const state = new URLSearchParams(query).get('state') ?? '';
    const browser = signInCookieOf(request) ?? '';
    if (query.length > QUERY_LENGTH_MAX) throw new Refused({ code: 'MALFORMED_REQUEST' });
    const result = await this.signIn.finish(issuer, {
      ...{ query, state, browser, token: cookieOf(request) },
    });
    clearSignInCookie(reply);
    if ('refused' in result) {
      void reply.redirect(`/?nekad=${result.refused}`, 303);
      return;
    }
    setSessionCookie(reply, result.token);
    void reply.redirect(result.mayChoose ? choiceThen(result.returnTo) : result.returnTo, 303);
  }

  /** The provider tells that somebody is out. */
  @Post(':issuer/logout')
  @HttpCode(204)
  @OpenToServers()
  async logout(
    @Param('issuer') issuer: string,
    @Query(new Judged(noQuery)) _query: object,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const body = logoutBody.safeParse(request.body);
    const outcome = body.success
      ? await this.backChannel.logout(issuer, body.data.logout_token)
      : 'refused';
    if (outcome === 'unavailable') throw new Refused({ code: 'SIGN_IN_UNAVAILABLE' });
    if (outcome === 'refused') throw new Refused({ code: 'MALFORMED_REQUEST' });
  }
}
