import type { FastifyInstance } from 'fastify';

interface Route {
  readonly pattern: RegExp;
  readonly method: string;
}

/**
 * Remembers every route of the server, to tell "no such address" (404) from "not with this method"
 * (405), which the router itself does not. Pages of the web app, which take every address, are left
 * out.
 */
export class RouteTable {
  private readonly routes: Route[] = [];

  /** @param typePaths the case types that exist: `:type` in a route is one of them */
  constructor(private readonly typePaths: readonly string[]) {}

  /** Call before the first route is added. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ url, method }) => {
      if (url.includes('*')) return;
      const pattern = this.patternOf(url);
      for (const one of [method].flat()) this.routes.push({ pattern, method: one });
    });
  }

  /** The methods that an address takes, for the header `Allow`; none when it does not exist. */
  methodsOf(path: string): readonly string[] {
    const methods = this.routes.flatMap((route) =>
      route.pattern.test(path) ? [route.method] : [],
    );
    return [...new Set(methods)].sort();
  }

  private patternOf(url: string): RegExp {
    const source = url
      .split('/')
      .map((part) => {
        if (part === ':type') return `(?:${this.typePaths.join('|')})`;
        return part.startsWith(':') ? '[^/]+' : part.replaceAll('.', '\\.');
      })
      .join('/');
    return new RegExp(`^${source}$`);
  }
}
