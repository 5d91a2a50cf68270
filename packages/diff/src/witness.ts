import type { Position } from "@shapelog/model";

/** A program that compiles against the old types and not against the new ones. */
export interface SourceProof {
  readonly kind: "source";
  /** The types it is compiled against: as programs hold data, or as JSON has it. */
  readonly form: "sdk" | "wire";
  /** The whole text of a module. */
  readonly program: string;
  /** The line that no longer compiles, from 1. */
  readonly line: number;
  /** What the compiler says of it: `TS2339: Property 'Name' does not exist on type 'Thing'.` */
  readonly error: string;
}

/** A JSON document that the validator of one side takes and that of the other refuses. */
export interface WireProof {
  readonly kind: "wire";
  /** What the document is: an operation's input or output, or an error of it; and where in it the finding is. */
  readonly position: Position;
  /** The JSON text. Where it is `cut`, long texts and lists are shortened, and say how long they are. */
  readonly document: string;
  readonly cut?: true;
  readonly takenBy: "before" | "after";
  /** What the validator of the other side says. */
  readonly refusal: string;
}

export type Proof = SourceProof | WireProof;

/** What shows that a finding is true, as far as anything does. */
export interface Witness {
  /**
   * `confirmed` where there is a proof, `unconfirmed` where those that were tried show nothing, and `none` where nothing
   * can show what the finding says.
   */
  readonly status: "confirmed" | "unconfirmed" | "none";
  readonly proofs: readonly Proof[];
  /** What was tried in vain, or why there is nothing to try; one sentence without its dot. */
  readonly reason?: string;
}
