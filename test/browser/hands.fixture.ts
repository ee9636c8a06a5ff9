import type { Page } from 'playwright-core';
import { tabTo } from './browser.fixture';

/** How somebody works with a page: with a pointer, or with the keyboard and nothing else. */
export interface Hands {
  /** A link or a button, by how its words begin. */
  press(words: string): Promise<void>;
  /** The button of a form that sends it. */
  send(words: string): Promise<void>;
  /** A field that is written in, by how its label begins. */
  write(label: string, text: string): Promise<void>;
  /** A tick that is not set yet, or the first of several choices. */
  tick(label: string): Promise<void>;
  /** One of a list. */
  pick(label: string, choice: string): Promise<void>;
  /** Noon on the first of January 2099. */
  noon(label: string): Promise<void>;
}

export function pointer(page: Page): Hands {
  const field = (label: string) => page.getByLabel(new RegExp(`^${label}`)).first();
  return {
    press: (words) =>
      page
        .locator('a:visible, button:visible, summary:visible')
        .filter({ hasText: new RegExp(`^\\s*${words}`) })
        .first()
        .click(),
    send: (words) => page.locator('form').getByRole('button', { name: words }).click(),
    write: (label, text) => field(label).fill(text),
    tick: (label) => field(label).check(),
    pick: async (label, choice) => {
      await field(label).selectOption(choice);
    },
    noon: (label) => field(label).fill('2099-01-01T12:00'),
  };
}

/** Reaches everything by Tab and uses it as somebody does who has no pointer. */
export function keyboard(page: Page): Hands {
  const key = (name: string) => page.keyboard.press(name);
  const press = async (words: string) => {
    await tabTo(page, words);
    await key('Enter');
  };
  const write = async (label: string, text: string) => {
    await tabTo(page, label);
    await page.keyboard.type(text);
  };
  return {
    press,
    send: press,
    write,
    tick: async (label) => {
      await tabTo(page, label);
      if (!(await page.evaluate<boolean>('document.activeElement.checked'))) await key('Space');
    },
    pick: write,
    noon: async (label) => {
      // Chromium's own field, in the order of its own language: month, day, year, hour, minute.
      await write(label, '01012099');
      await key('ArrowRight');
      await page.keyboard.type('1200P');
    },
  };
}
