import type { SignIn } from "@example/sign-ins";

/** Takes any text, so that the compiler does not know what it is. */
export function isFailure(outcome: string): boolean {
  return outcome === "Failure"; // expect: dead
}

export const first = (signIns: readonly SignIn[]): SignIn | undefined => signIns[0];
