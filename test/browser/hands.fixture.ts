import type { Page } from 'playwright-core';
import { tabTo } from './browser.fixture';

/** How somebody works with a page: with a pointer, or with the keyboard and nothing else. */
export interface Hands {
  /** A button or a link, by how its words begin. */
  press(words: string): Promise<void>;
  /** A field that is written in, by its label. */
  write(label: string, text: string): Promise<void>;
  /** A tick or a choice, by its label. */
  tick(label: string): Promise<void>;
  /** One of a list of choices, by the words of the list's label and its own. */
  pick(label: string, choice: string): Promise<void>;
}

export function pointer(page: Page): Hands {
  return {
    press: (words) =>
      page
        .locator('a, button, summary')
        .filter({ hasText: new RegExp(`^\\s*${words}`) })
        .and(page.locator(':visible'))
        .first()
        .click(),
    write: (label, text) => page.getByLabel(label).first().fill(text),
    tick: (label) => page.getByLabel(label).first().check(),
    pick: async (label, choice) => {
      await page.getByLabel(label).first().selectOption(choice);
    },
  };
}

/** Reaches everything by Tab and uses it as somebody does who has no pointer. */
export function keyboard(page: Page): Hands {
  return {
    press: async (words) => {
      await tabTo(page, words);
      await page.keyboard.press('Enter');
    },
    write: async (label, text) => {
      await tabTo(page, label);
      await page.keyboard.type(text);
    },
    tick: async (label) => {
      await tabTo(page, label);
      await page.keyboard.press('Space');
    },
    pick: async (label, choice) => {
      await tabTo(page, label);
      await page.keyboard.type(choice);
    },
  };
}
