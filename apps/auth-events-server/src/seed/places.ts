/** A place from which people, or others in their name, sign in. The addresses are those set apart for documentation (RFC 5737). */
export interface Place {
  readonly city: string;
  readonly country: string;
  readonly timezone: string;
  /** Hours ahead of UTC. Summer time is left out. */
  readonly utcOffset: number;
  /** The first three numbers of its addresses. */
  readonly network: string;
}

/** Where users live. */
export const HOMES: readonly Place[] = [
  { city: "Berlin", country: "Germany", timezone: "Europe/Berlin", utcOffset: 1, network: "192.0.2" },
  { city: "Lisbon", country: "Portugal", timezone: "Europe/Lisbon", utcOffset: 0, network: "192.0.2" },
  { city: "Vienna", country: "Austria", timezone: "Europe/Vienna", utcOffset: 1, network: "192.0.2" },
  { city: "Warsaw", country: "Poland", timezone: "Europe/Warsaw", utcOffset: 1, network: "192.0.2" },
];

/** Where attackers are. */
export const ABROAD: readonly Place[] = [
  { city: "Lagos", country: "Nigeria", timezone: "Africa/Lagos", utcOffset: 1, network: "203.0.113" },
  { city: "Hanoi", country: "Vietnam", timezone: "Asia/Ho_Chi_Minh", utcOffset: 7, network: "203.0.113" },
  {
    city: "São Paulo",
    country: "Brazil",
    timezone: "America/Sao_Paulo",
    utcOffset: -3,
    network: "203.0.113",
  },
];

/** Too far from every home to be reached within an hour. */
export const FAR_AWAY: Place = {
  city: "Sydney",
  country: "Australia",
  timezone: "Australia/Sydney",
  utcOffset: 10,
  network: "198.51.100",
};

/** What users have on their desks and in their pockets. */
export const DEVICES = [
  "Chrome 142, Windows 11",
  "Firefox 145, Ubuntu",
  "Safari 18, macOS",
  "Chrome 142, Android 16",
  "Safari 18, iOS",
] as const;

/** What scripts say of themselves. */
export const SCRIPTED_DEVICE = "python-requests/2.32";
