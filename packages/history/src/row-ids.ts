/** Where ids of rows stand: the date of the last row, and how many rows have that date. */
export interface LastId {
  readonly lastDate: string;
  readonly sameDate: number;
}

/** The ids of a ledger's rows: days that never go back, with a number where there are several of a day. */
export class RowIds {
  #last: LastId;

  constructor(last: LastId) {
    this.#last = last;
  }

  /** The last id that was given. */
  get last(): LastId {
    return this.#last;
  }

  /** Returns the id and the date of the next row, whose revision is of `date`. */
  next(date: string): { readonly id: string; readonly date: string } {
    const { lastDate, sameDate } = this.#last;
    const day = date < lastDate ? lastDate : date;
    this.#last = { lastDate: day, sameDate: day === lastDate ? sameDate + 1 : 1 };
    return { id: this.#last.sameDate === 1 ? day : `${day}.${this.#last.sameDate}`, date: day };
  }
}
