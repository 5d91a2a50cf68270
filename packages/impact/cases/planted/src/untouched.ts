import { isPoolNotFoundException, type ChallengeOutcome, type Kind, type PutRuleRequest, type SignIn } from "@example/sign-ins";

/** A sibling that keeps both values. */
export const isAnswered = ({ Challenge }: SignIn): boolean => Challenge === "Success";

export const CHALLENGES: Record<ChallengeOutcome, string> = { Success: "yes", Failure: "no" };

export function describeChallenge(challenge: ChallengeOutcome): string {
  switch (challenge) {
    case "Success":
      return "yes";
    case "Failure":
      return "no";
  }
}

export const answered = { SignInId: "2", Challenge: "Success" };

/** Another program's words, which the API has nothing to do with. */
export const isBuilt = (status: string): boolean => status === "Success";

/** Reached by both enums, one of which keeps its values. */
export const saysYes = (text: string): boolean => text === "Success";
export const either = (signIn: SignIn): boolean =>
  saysYes(signIn.Outcome ?? "") || saysYes(signIn.Challenge ?? "");

export const nameOf = (signIn: SignIn): string | undefined => signIn.Device?.DeviceName;

export const good = (Owner: string): PutRuleRequest => ({ RuleName: "short", Mode: "Audit", Owner });

export const spread = (given: PutRuleRequest): PutRuleRequest => ({ ...given, RuleName: "other" });

export const isMissing = (error: unknown): boolean => isPoolNotFoundException(error);

export const isPasskey = (kind: Kind): boolean => kind === "Passkey";
