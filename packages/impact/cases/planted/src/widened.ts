import type { Kind, PutRuleRequest, SignIn } from "@example/sign-ins";
import { isFailure } from "./is-failure.js";

export function isSuccess(signIn: SignIn): boolean {
  const outcome: string = signIn.Outcome ?? "none";
  return outcome === "Success"; // expect: dead
}

const LABELS: Record<string, string> = {
  Success: "passed", // expect: dead
  Pass: "passed",
  Fail: "failed",
  InProgress: "waits",
};

export function labelOf({ Outcome = undefined }: SignIn): string {
  return LABELS[Outcome ?? "none"] ?? "unknown";
}

const DONE = new Set<string>(["Pass", "Success"]); // expect: dead

export const isDone = (signIn: SignIn): boolean => DONE.has(signIn.Outcome ?? "");

export const isOver = ({ Outcome }: SignIn): boolean =>
  ["Fail", "Failure"].includes(Outcome ?? ""); // expect: dead

export const countFailures = (signIns: readonly SignIn[]): number =>
  signIns.filter((signIn) => isFailure(signIn.Outcome ?? "none")).length;

export function iconOf(kind: Kind | undefined): string {
  let icon = "?";
  switch (kind) { // expect: silent
    case "Password":
      icon = "*";
  }
  switch (kind) { // expect: silent
    case "Passkey":
      return "k";
    default:
      return icon;
  }
}

const SHORT: Partial<Record<Kind, string>> = { Password: "p", Passkey: "k" }; // expect: silent

export const shortOf = (kind: Kind): string | undefined => SHORT[kind];

export const long = (owner: string): PutRuleRequest => ({
  RuleName: "a-name-of-more-than-sixteen", // expect: silent
  Owner: owner,
});

export function isStale(error: unknown): boolean {
  return error instanceof Error && error.name === "StalePoolException"; // expect: dead
}
