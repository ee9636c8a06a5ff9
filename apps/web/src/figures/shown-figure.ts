import type { Figures } from '../api/types';

/** A figure that is counted from the log. */
export type CountedFigure = Figures['figures'][number];

/** One that is set against a number of the customer's. */
export type NumberedFigure = Figures['numbered'][number];

/** What has a card of its own. */
export type ShownFigure = CountedFigure | NumberedFigure;
