import type { RiskDecisionType, RiskLevelType } from "@shapelog/cognito-identity-provider";

/** Whether a level or decision by itself makes a user one to look at. */
interface RiskTraits {
  readonly isAtRisk: boolean;
}

export const RISK_LEVELS = {
  Low: { isAtRisk: false },
  Medium: { isAtRisk: false },
  High: { isAtRisk: true },
} as const satisfies Record<RiskLevelType, RiskTraits>;

export const RISK_DECISIONS = {
  NoRisk: { isAtRisk: false },
  AccountTakeover: { isAtRisk: true },
  Block: { isAtRisk: true },
} as const satisfies Record<RiskDecisionType, RiskTraits>;
