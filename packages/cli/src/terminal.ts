declare const isPrinted: unique symbol;

/** Text that may be printed: a line, or what a printer made that escapes the names and values in it. */
export type Printed = string & { readonly [isPrinted]: true };

/** One of several answers. */
export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
}

/** Asks a person. Each answer is one that was allowed; the person may end the process instead. */
export interface Prompts {
  /** Asks for a text. `standard` is taken where nothing is entered; `refuse` says what is wrong with one. */
  text(
    question: Printed,
    options: { readonly standard: string; readonly refuse: (text: string) => string | undefined },
  ): Promise<string>;
  /** Asks for one of a few answers; the first is offered first. */
  choose<T extends string>(question: Printed, choices: readonly Choice<T>[]): Promise<T>;
  confirm(question: Printed, standard: boolean): Promise<boolean>;
}

/** The world as a command sees it. The real one is made in `main.ts`; tests make their own. */
export interface Terminal {
  readonly cwd: string;
  /** Writes results. `annotations`: they are those of GitHub Actions. */
  out(text: Printed, options?: { readonly annotations?: boolean }): void;
  /** Writes messages and progress. */
  err(text: Printed): void;
  readonly color: boolean;
  /** Whether messages go to a person, so that progress may be drawn. */
  readonly interactive: boolean;
  readonly width: number;
  /** Returns all bytes of the standard input. */
  readInput(): Promise<Uint8Array>;
  /** Gives the bytes of the standard input as they come, for what may be too long to be held. */
  readonly inputChunks?: (() => AsyncIterable<Uint8Array>) | undefined;
  /** Asks a person for a line of text; empty where there is none. Absent where nobody is asked: no terminal, or CI. */
  readonly ask?: ((question: Printed) => Promise<string>) | undefined;
  /** Asks with choices and checks. Absent where {@link ask} is. */
  readonly prompts?: Prompts | undefined;
  /** Returns today as `YYYY-MM-DD` by the calendar of where the command runs. */
  today(): string;
  /** Resolves when the person asks to stop, with Ctrl+C. Until it is called, that ends the process. */
  untilStopped(): Promise<void>;
  /** The variables by which a build service says what it builds. Default: none. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Returns what tells the code that runs from any other. Without it nothing is kept from one run for the next. */
  identifyCode?(): string;
}

/** What a command ends with: nothing found, findings, wrong use or could not check, or a bug of ours. */
export const EXIT = { ok: 0, findings: 1, usage: 2, bug: 3 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
