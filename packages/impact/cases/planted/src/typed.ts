import { isStalePoolException } from "@example/sign-ins"; // expect: breaks
import type { Kind, Outcome, PutRuleRequest, SignIn } from "@example/sign-ins";

export function passed(signIn: SignIn): boolean {
  return signIn.Outcome === "Success"; // expect: breaks
}

export function describe(outcome: Outcome): string {
  switch (outcome) { // expect: silent
    case "Success": // expect: breaks
      return "passed";
    default:
      return "failed";
  }
}

function unreachable(value: never): never {
  throw new Error(String(value));
}

export function describeKind(kind: Kind): string {
  switch (kind) {
    case "Password":
      return "with a password";
    case "Passkey":
      return "with a passkey";
    default:
      return unreachable(kind); // expect: breaks
  }
}

export const COLOURS: Record<Kind, string> = { Password: "red", Passkey: "green" }; // expect: breaks

export const noteOf = ({ Note }: SignIn): string => Note ?? ""; // expect: breaks

export const rule: PutRuleRequest = { RuleName: "short", Mode: "Audit" }; // expect: breaks

export const legacy = (ruleName: string, Owner: string): PutRuleRequest => ({
  RuleName: ruleName,
  Owner,
  Mode: "Legacy", // expect: breaks
});

export const caught = (error: unknown): boolean => isStalePoolException(error);
