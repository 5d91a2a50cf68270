import type { Step } from "./create-event.js";
import type { Dice } from "./dice.js";
import { RESPONSE_OF } from "./event-tables.js";
import { ABROAD, FAR_AWAY, type Place, SCRIPTED_DEVICE } from "./places.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A user whom things happen to. */
export interface Person {
  readonly home: Place;
  readonly desk: string;
  readonly phone: string;
  /** The last number of the address at home. */
  readonly host: number;
}

/** What a story is made with. */
export interface StoryContext {
  readonly person: Person;
  readonly dice: Dice;
  /** The midnight, of the place where the user lives, with which the day of the story begins. */
  readonly midnight: number;
}

/** What happens to one user once a month. */
export type Story = (context: StoryContext) => readonly Step[];

function atHome({ person }: StoryContext): Pick<Step, "place" | "device" | "host"> {
  return { place: person.home, device: person.desk, host: person.host };
}

/** A quiet user signs in with a new phone, is asked, and says that it was so. */
function newPhone(context: StoryContext): readonly Step[] {
  const { person, midnight } = context;
  const at = midnight + 19 * HOUR;
  const step = {
    ...atHome(context),
    device: person.phone,
    type: "SignIn",
    response: RESPONSE_OF.passed,
  } as const;
  return [{ ...step, at, decision: "AccountTakeover", feedback: "Valid" }];
}

/** Somebody abroad tries passwords at night, until threat protection shuts the door. */
function attack({ dice, midnight }: StoryContext): readonly Step[] {
  const place = dice.pick(ABROAD);
  const tries = dice.between(14, 22);
  return Array.from({ length: tries }, (_, index) => ({
    at: midnight + 3 * HOUR + index * 23_000 + dice.between(0, 9000),
    type: "SignIn",
    response: RESPONSE_OF.failed,
    place,
    device: SCRIPTED_DEVICE,
    host: dice.between(2, 250),
    decision: index < 4 ? "AccountTakeover" : "Block",
    ...(index === tries - 1 ? { feedback: "Invalid" as const } : {}),
  }));
}

/** The user's password turns up in a leak: no way in before there is a new one. */
function leak(context: StoryContext): readonly Step[] {
  const { midnight } = context;
  const at = midnight + 9 * HOUR;
  const here = atHome(context);
  return [
    { ...here, at, type: "SignIn", response: RESPONSE_OF.failed, decision: "Block", compromised: true },
    { ...here, at: at + 2 * MINUTE, type: "ForgotPassword", response: RESPONSE_OF.waiting },
    { ...here, at: at + 5 * MINUTE, type: "ForgotPassword", response: RESPONSE_OF.passed },
    { ...here, at: at + 6 * MINUTE, type: "SignIn", response: RESPONSE_OF.passed },
    { ...here, at: at + 30 * MINUTE, type: "PasswordChange", response: RESPONSE_OF.passed },
  ];
}

/** Two sign-ins within an hour, too far apart for one and the same person. */
function impossibleTravel(context: StoryContext): readonly Step[] {
  const { person, midnight } = context;
  const at = midnight + 14 * HOUR;
  const signIn = { type: "SignIn", response: RESPONSE_OF.passed } as const;
  const away = { place: FAR_AWAY, device: person.phone, host: 77 };
  return [
    { ...atHome(context), ...signIn, at },
    { ...away, ...signIn, at: at + 35 * MINUTE, decision: "AccountTakeover", feedback: "Invalid" },
  ];
}

/** After three wrong passwords a new one is asked for, and its code does not come at first. */
function forgotten(context: StoryContext): readonly Step[] {
  const { midnight } = context;
  const at = midnight + 8 * HOUR;
  const here = atHome(context);
  return [
    ...[0, 1, 2].map(
      (index) =>
        ({ ...here, at: at + index * MINUTE, type: "SignIn", response: RESPONSE_OF.failed }) as const,
    ),
    { ...here, at: at + 4 * MINUTE, type: "ForgotPassword", response: RESPONSE_OF.waiting },
    { ...here, at: at + 9 * MINUTE, type: "ResendCode", response: RESPONSE_OF.passed },
    { ...here, at: at + 11 * MINUTE, type: "ForgotPassword", response: RESPONSE_OF.passed },
    { ...here, at: at + 12 * MINUTE, type: "SignIn", response: RESPONSE_OF.passed },
  ];
}

/** A user signs up. Nothing happens before. */
export function signUp(context: StoryContext): readonly Step[] {
  const { midnight } = context;
  const at = midnight + 10 * HOUR;
  const here = atHome(context);
  return [
    { ...here, at, type: "SignUp", response: RESPONSE_OF.waiting },
    { ...here, at: at + 6 * MINUTE, type: "ResendCode", response: RESPONSE_OF.passed },
    { ...here, at: at + 8 * MINUTE, type: "SignUp", response: RESPONSE_OF.passed },
  ];
}

/** The stories, one user each, in turn. */
export const STORIES: readonly Story[] = [newPhone, attack, leak, impossibleTravel, forgotten, signUp];
