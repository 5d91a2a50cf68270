import { EventTypeValues } from "@shapelog/cognito-identity-provider";
import type { StorableEvent } from "../event-store.js";
import { createEvent, type Step } from "./create-event.js";
import { createDice, type Dice } from "./dice.js";
import { PER_WEEK, RESPONSES } from "./event-tables.js";
import { DEVICES, HOMES } from "./places.js";
import { type Person, STORIES, signUp } from "./stories.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WORKING_DAYS = 5;

/** How often something happens at an hour of the day: most of it at the desk, before and after lunch. */
const HOURS = {
  7: 2,
  8: 9,
  9: 12,
  10: 6,
  11: 5,
  12: 3,
  13: 9,
  14: 6,
  15: 5,
  16: 4,
  17: 3,
  18: 1,
  20: 1,
  21: 1,
};

/** How much of a working day's events there are on a day at the weekend, in 100. */
const WEEKEND = 12;

const NAMES = [
  "ana.silva",
  "ben.okafor",
  "chloe.martin",
  "dmitri.novak",
  "emma.larsen",
  "farid.haddad",
] as const;

/** A user with what happened to them. */
export interface SeededUser {
  readonly name: string;
  readonly email: string;
  readonly events: readonly StorableEvent[];
}

export interface SeedOptions {
  readonly seed: number;
  readonly users: number;
  /** How many days back the events go. */
  readonly days: number;
  readonly now: Date;
}

/**
 * Yields users with a believable month, or so many days, of events, one by one: there may be more than memory holds. The
 * same options give the same.
 */
export function* createUsers({ users, ...options }: SeedOptions): Generator<SeededUser> {
  for (let index = 0; index < users; index++) yield createUser(index, options);
}

function createUser(index: number, { seed, days, now }: Omit<SeedOptions, "users">): SeededUser {
  const name =
    NAMES[index % NAMES.length] + (index < NAMES.length ? "" : String(Math.floor(index / NAMES.length) + 1));
  const dice = createDice(seed * 1_000_003 + index);
  const person = createPerson(dice);
  const today = Math.floor(now.getTime() / DAY) * DAY - person.home.utcOffset * HOUR;
  const story = STORIES[index % STORIES.length];
  const isNew = story === signUp;
  const daysBack = Math.max(
    1,
    isNew ? days - 1 : dice.between(Math.ceil(days / 4), Math.ceil((days * 3) / 4)),
  );
  const told = story?.({ person, dice, midnight: today - daysBack * DAY }) ?? [];
  const since = isNew ? Math.max(...told.map(({ at }) => at)) : now.getTime() - days * DAY;
  const steps = [];
  for (let back = days; back >= 0; back--) steps.push(...createDay(person, dice, today - back * DAY));
  const events = [...steps.filter(({ at }) => at > since), ...told]
    .filter(({ at }) => at < now.getTime())
    .sort((one, other) => one.at - other.at)
    .map((step) => createEvent(step, dice));
  return { name, email: `${name}@example.com`, events };
}

function createPerson(dice: Dice): Person {
  return {
    home: dice.pick(HOMES),
    desk: dice.pick(DEVICES.slice(0, 3)),
    phone: dice.pick(DEVICES.slice(3)),
    host: dice.between(2, 250),
  };
}

/** What a user does by himself on the day that begins with a midnight. */
function createDay(person: Person, dice: Dice, midnight: number): readonly Step[] {
  const weekday = new Date(midnight + person.home.utcOffset * HOUR).getUTCDay();
  const share = weekday === 0 || weekday === 6 ? WEEKEND / 100 : 1;
  return EventTypeValues.flatMap((type) => {
    const mean = (PER_WEEK[type] / WORKING_DAYS) * share;
    const count =
      Math.floor(mean) + (dice.chance((mean % 1) * 100) ? 1 : 0) + (mean > 1 ? dice.between(-1, 1) : 0);
    return Array.from({ length: count }, (): Step => {
      const atDesk = dice.chance(85);
      return {
        at: midnight + Number(dice.weigh(HOURS)) * HOUR + dice.between(0, HOUR - 1),
        type,
        response: dice.weigh(RESPONSES),
        place: person.home,
        device: atDesk ? person.desk : person.phone,
        host: person.host,
      };
    });
  });
}
