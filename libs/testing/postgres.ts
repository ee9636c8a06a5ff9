import { fillTemplate } from './template';
import { copyOfTemplate, type TestDatabase } from './template-database';

/**
 * Makes a migrated database of the test's own in a few dozen milliseconds. Call it in `beforeAll`
 * and `drop` it in `afterAll`; needs jest's global set-up.
 *
 * The template is made by the first test that asks and not by the global set-up, because only
 * inside tests does jest know the `@hemgang/*` names.
 */
export function testDatabase(): Promise<TestDatabase> {
  const template = process.env['HEMGANG_TEST_TEMPLATE'];
  if (template === undefined) throw new Error('No test server: is jest globalSetup configured?');
  return copyOfTemplate(template, fillTemplate);
}
