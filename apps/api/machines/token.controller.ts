import { MachineTokens } from '@hemgang/access';
import { Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { TakesForms } from '../edge/body';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { Refused } from '../edge/refused';
import { tokenBody } from './machine-bodies';

const PATH = '/oauth/token';

/** As RFC 6749 5.1 spells it. */
interface Token {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly scope: string;
}

/**
 * Where programs get their tokens. Refusals are problem documents like all others, and name beside it
 * the word of RFC 6749 5.2 as `error`.
 */
@Controller('oauth')
export class TokenController {
  constructor(private readonly tokens: MachineTokens) {}

  @Post('token')
  @HttpCode(200)
  @TakesForms()
  async token(
    @Query(new Judged(noQuery)) _query: object,
    @Req() request: FastifyRequest,
  ): Promise<Token> {
    const body = tokenBody.safeParse(request.body);
    if (!body.success) {
      throw new Refused({ code: 'MALFORMED_REQUEST', members: { error: 'invalid_request' } });
    }
    const { client_assertion: assertion, scope } = body.data;
    const audience = `${this.tokens.publicUrl ?? originOf(request)}${PATH}`;
    const answer = await this.tokens.issue({ assertion, scope, audience });
    if ('refused' in answer) {
      const members = { error: answer.refused };
      throw new Refused(
        answer.refused === 'invalid_client'
          ? { code: 'CLIENT_REFUSED', members }
          : { code: 'MALFORMED_REQUEST', members },
      );
    }
    return {
      access_token: answer.token,
      token_type: 'Bearer',
      expires_in: answer.expiresInSeconds,
      scope: answer.scopes.join(' '),
    };
  }
}

/** Where there is no PUBLIC_URL (a demo on this machine) the client names the address it sees. */
function originOf(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}`;
}
