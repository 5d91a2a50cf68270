import type { WithDiagnostics } from "@shapelog/diagnostics";

/** A text, and where its characters stand in the file it was taken from. */
export interface PlacedText {
  readonly text: string;
  /** Returns the offset in the file of a character of the text. */
  readonly offsetOf: (index: number) => number;
}

/** A page about changes, as data: what {@link readPage} returns. */
export interface PublishedPage extends WithDiagnostics {
  readonly file: string;
  /**
   * `changes` for a page that lists additions for each operation, as awsapichanges.com prints it; `changelog` for
   * sentences below a version or a day.
   */
  readonly kind: "changes" | "changelog";
  /** One for each service and day that the page tells of, in its order. */
  readonly sections: readonly PageSection[];
}

/** What a page says of one revision of one service. */
export interface PageSection {
  /** The service as the page calls it. Absent where it does not say. */
  readonly service?: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  readonly version?: string;
  /** Where the section begins in the file. */
  readonly offset: number;
  /** The sentences: the note of a page of changes, or all of a changelog's section. Empty where there are none. */
  readonly prose: PlacedText;
  /**
   * Sentences that each begin with what they are about, such as the service's name; where the section has any. They are
   * parts of `prose`.
   */
  readonly entries: readonly PageEntry[];
  /** The operations that the page lists, in its order. Empty in a changelog. */
  readonly operations: readonly PageOperation[];
  /** How many operations the page says there are, by what happened to them. Absent where it does not say. */
  readonly counts?: Readonly<Partial<Record<OperationWord, number>>>;
}

/** One entry of a changelog: `cognito-idp` in ``* api-change:``cognito-idp``: …``. */
export interface PageEntry {
  readonly labels: readonly string[];
  readonly prose: PlacedText;
}

/** What a page says happened to an operation. */
export type OperationWord = "new" | "updated" | "deprecated" | "removed";

/** What a page says of one operation. */
export interface PageOperation {
  readonly name: string;
  readonly word: OperationWord;
  /** Where its name stands in the file. */
  readonly offset: number;
  /** What it gained. Empty for a new operation, and where the page lists nothing. */
  readonly sides: readonly PageSide[];
  /** The operation's documentation below that, as the page has it. */
  readonly documentation: string;
}

/** What one side of an operation gained; `both` stands for two sides that gained the same. */
export interface PageSide {
  readonly side: "request" | "response" | "both";
  readonly gained: PageValue;
}

/** What a page prints in the way of Python's `pprint`, with the place of each part in the file. */
export type PageValue =
  | { readonly kind: "word"; readonly text: string; readonly offset: number }
  | { readonly kind: "set"; readonly values: readonly PlacedName[]; readonly offset: number }
  | { readonly kind: "dict"; readonly entries: readonly PageMember[]; readonly offset: number }
  | { readonly kind: "list"; readonly items: readonly PageValue[]; readonly offset: number }
  /** What prints nothing: a type inside itself. */
  | { readonly kind: "nothing"; readonly offset: number };

/** A name or a value of an enum. */
export interface PlacedName {
  readonly text: string;
  readonly offset: number;
}

/** An entry of a dict: a member, or the type of a map's keys, and what stands behind it. */
export interface PageMember {
  readonly key: PlacedName;
  readonly value: PageValue;
}
