import type {
  EventResponseType,
  EventType,
  FeedbackValueType,
  RiskDecisionType,
} from "@shapelog/cognito-identity-provider";
import type { AuthEventType, ChallengeResponseType } from "@shapelog/cognito-identity-provider/wire";
import type { StorableEvent } from "../event-store.js";
import type { Dice } from "./dice.js";
import {
  ANSWER_OF,
  FEEDBACK_PROVIDERS,
  listChallenges,
  RISK_LEVELS,
  readOutcome,
  WRONG_ANSWERS,
} from "./event-tables.js";
import type { Place } from "./places.js";

const HOUR = 3_600_000;

/** One thing that a user, or somebody in the user's name, does. */
export interface Step {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly type: EventType;
  readonly response: EventResponseType;
  readonly place: Place;
  readonly device: string;
  /** The last number of the address. */
  readonly host: number;
  /** What threat protection decided; nothing speaks against it by default. */
  readonly decision?: RiskDecisionType;
  readonly compromised?: boolean;
  /** What somebody said of it some hours later. */
  readonly feedback?: FeedbackValueType;
}

/** Returns the event that the service tells of a step. */
export function createEvent(step: Step, dice: Dice): StorableEvent {
  const { place, host, feedback } = step;
  const challenges = answerChallenges(step, dice);
  return {
    EventId: dice.uuid(),
    EventType: step.type,
    CreationDate: step.at / 1000,
    EventResponse: step.response,
    EventRisk: createRisk(step, dice),
    ...(challenges.length > 0 ? { ChallengeResponses: challenges } : {}),
    EventContextData: {
      IpAddress: `${place.network}.${host}`,
      DeviceName: step.device,
      Timezone: place.timezone,
      City: place.city,
      Country: place.country,
    },
    ...(feedback
      ? {
          EventFeedback: {
            FeedbackValue: feedback,
            Provider: FEEDBACK_PROVIDERS[feedback],
            FeedbackDate: (step.at + dice.between(1, 8) * HOUR) / 1000,
          },
        }
      : {}),
  };
}

function createRisk(
  { decision = "NoRisk", compromised = false }: Step,
  dice: Dice,
): AuthEventType["EventRisk"] {
  const levels = RISK_LEVELS[decision];
  return {
    RiskDecision: decision,
    ...(levels ? { RiskLevel: dice.weigh(levels) } : {}),
    CompromisedCredentialsDetected: compromised,
  };
}

/** Challenges are put one by one: none follows a wrong answer, and the one that is waited for is not told of. */
function answerChallenges({ type, response }: Step, dice: Dice): ChallengeResponseType[] {
  const names = listChallenges(type);
  const right = names.map((name) => ({ ChallengeName: name, ChallengeResponse: ANSWER_OF.right }));
  const outcome = readOutcome(response);
  if (outcome === "passed" || names.length === 0) return right;
  if (outcome === "waiting") return right.slice(0, -1);
  const wrong = dice.weigh(WRONG_ANSWERS);
  const index = Math.max(0, names.indexOf(wrong));
  return right
    .slice(0, index + 1)
    .map((each, place) => (place === index ? { ...each, ChallengeResponse: ANSWER_OF.wrong } : each));
}
