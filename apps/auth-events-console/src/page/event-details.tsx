import type { ReactNode } from "react";
import { describeEvent } from "../events/describe-event.js";
import { formatTime } from "../events/format-time.js";
import {
  type FoundLook,
  findChallengeNameLook,
  findChallengeResponseLook,
  findEventResponseLook,
  findEventTypeLook,
  findFeedbackValueLook,
  findRiskDecisionLook,
  findRiskLevelLook,
} from "../events/looks.js";
import type { StoredEvent } from "../events/stored-event.js";
import { shortenText } from "../events/visible-text.js";
import { LongText } from "./long-text.js";
import { NotSaid, ValueBadge } from "./value-badge.js";

type Event = StoredEvent["event"];

/** All that is known of an event. */
export function EventDetails({ stored: { event, drift } }: { readonly stored: StoredEvent }) {
  const risk = event.EventRisk ?? {};
  return (
    <section
      className="details-body"
      aria-label="What is known of the event"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
      tabIndex={0}
      key={event.EventId}
    >
      <p className="details-lead">
        <bdi>{shortenText(describeEvent(event), 200)}</bdi>
      </p>
      <Facts title="What happened">
        <Fact name="Time">{event.CreationDate ? <Time time={event.CreationDate} /> : <NotSaid />}</Fact>
        <Fact name="Type">{badge(event.EventType, findEventTypeLook)}</Fact>
        <Fact name="Response">{badge(event.EventResponse, findEventResponseLook)}</Fact>
        <Fact name="Event ID">
          <Text text={event.EventId} />
        </Fact>
      </Facts>
      <Facts title="Risk">
        <Fact name="Level">{badge(risk.RiskLevel, findRiskLevelLook)}</Fact>
        <Fact name="Decision">{badge(risk.RiskDecision, findRiskDecisionLook)}</Fact>
        <Fact name="Leaked password">{describeLeak(risk.CompromisedCredentialsDetected)}</Fact>
      </Facts>
      <Context event={event} />
      <Challenges event={event} />
      <Feedback event={event} />
      {drift.length === 0 ? null : (
        <section className="facts">
          <h3>Not in this page’s model</h3>
          <ul className="drift-list">
            {drift.map(({ path, kind, value }) => (
              <li key={`${path} ${value}`}>
                <code>{shortenText(path, 120)}</code>{" "}
                <bdi>{value === undefined ? "(hidden)" : shortenText(String(value), 80)}</bdi>
                {kind === "unknown-member" ? " (a member; its value is not shown)" : ""}
              </li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}

function Context({ event: { EventContextData: context = {} } }: { readonly event: Event }) {
  return (
    <Facts title="From where">
      <Fact name="IP address">
        <Text text={context.IpAddress} />
      </Fact>
      <Fact name="Device">
        <Text text={context.DeviceName} />
      </Fact>
      <Fact name="City">
        <Text text={context.City} />
      </Fact>
      <Fact name="Country">
        <Text text={context.Country} />
      </Fact>
      <Fact name="Time zone">
        <Text text={context.Timezone} />
      </Fact>
    </Facts>
  );
}

/** Challenges are in the order they were put; two can be alike. */
function Challenges({ event: { ChallengeResponses: challenges = [] } }: { readonly event: Event }) {
  const numbered = challenges.map((challenge, index) => ({ challenge, number: index + 1 }));
  return (
    <section className="facts">
      <h3>Challenges</h3>
      {numbered.length === 0 ? <p className="muted">None</p> : null}
      <ol className="challenges">
        {numbered.map(({ challenge, number }) => (
          <li key={number}>
            {badge(challenge.ChallengeName, findChallengeNameLook)}
            {badge(challenge.ChallengeResponse, findChallengeResponseLook)}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Feedback({ event: { EventFeedback: feedback } }: { readonly event: Event }) {
  if (!feedback)
    return (
      <section className="facts">
        <h3>Feedback</h3>
        <p className="muted">Nobody said whether this was the user.</p>
      </section>
    );
  return (
    <Facts title="Feedback">
      <Fact name="Verdict">{badge(feedback.FeedbackValue, findFeedbackValueLook)}</Fact>
      <Fact name="By">
        <Text text={feedback.Provider} />
      </Fact>
      <Fact name="Time">{feedback.FeedbackDate ? <Time time={feedback.FeedbackDate} /> : <NotSaid />}</Fact>
    </Facts>
  );
}

function Facts({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="facts">
      <h3>{title}</h3>
      <dl>{children}</dl>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function badge(value: string | undefined, find: (value: string) => FoundLook): ReactNode {
  return value === undefined ? <NotSaid /> : <ValueBadge look={find(value)} />;
}

function Time({ time }: { readonly time: Date }) {
  return <time dateTime={time.toISOString()}>{formatTime(time)} UTC</time>;
}

function Text({ text }: { readonly text: string | undefined }) {
  return text === undefined ? <NotSaid /> : <LongText text={text} />;
}

function describeLeak(isLeaked: boolean | undefined): ReactNode {
  if (isLeaked === undefined) return <NotSaid />;
  return isLeaked ? "Yes, known from a leak elsewhere" : "No";
}
