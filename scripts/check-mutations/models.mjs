// Three services as teams write them, each with the texts that its model has had. The last one is the model of today.

/** @typedef {{ date: string, note: string, text: string, bump?: string }} Revision */
/** @typedef {{ name: string, revisions: readonly Revision[] }} Service */

/** @param {string} name */
const head = (name) => `$version: "2.0"

namespace example.${name}

use aws.protocols#restJson1
`;

/** @param {{ sizes: readonly string[], limit: number, more?: string, members?: string, error?: string }} options */
const parks = ({ sizes, limit, more = "", members = "", error = "" }) => `${head("parks")}
/// Parks and who visits them.
@restJson1
@title("Park Service")
service Parks {
    version: "2024-01-01"
    operations: [
        ListParks
        GetPark
    ]
}

/// Lists the parks of a town.
@readonly
@http(method: "GET", uri: "/parks")
operation ListParks {
    input := {
        /// The town to look in.
        @required
        @httpQuery("town")
        Town: String

        /// How many to return at most.
        @httpQuery("limit")
        @range(min: 1, max: ${limit})
        Limit: Integer
    }
    output := {
        /// The parks that were found.
        @required
        Parks: ParkList
    }
    errors: [
        TownNotFound${error}
    ]
}

/// Returns one park.
@readonly
@http(method: "GET", uri: "/parks/{Id}")
operation GetPark {
    input := {
        @required
        @httpLabel
        Id: ParkId
    }
    output := {
        @required
        Park: Park
    }
    errors: [
        TownNotFound
    ]
}

@length(min: 3, max: 40)
string ParkId

list ParkList {
    member: Park
}

/// A park.
structure Park {
    /// The name on its gate.
    @required
    Name: String

    Size: ParkSize

    @deprecated(message: "Ask for Size.", since: "2023-01-01")
    Area: Integer
${members}}

/// How large a park is.
enum ParkSize {
${sizes.map((size) => `    ${size} = "${size.toLowerCase()}"`).join("\n")}
}

@error("client")
@httpError(404)
structure TownNotFound {
    Message: String
}
${more}`;

const BUSY = `
@error("server")
@httpError(503)
@retryable
structure ParksBusy {
    Message: String
}
`;

/** @param {{ kinds: readonly string[], length: number, fields?: string, more?: string, operations?: string }} options */
const tickets = ({ kinds, length, fields = "", more = "", operations = "" }) => `${head("tickets")}
/// Tickets for concerts.
@restJson1
@title("Ticket Service")
service Tickets {
    version: "2024-02-01"
    operations: [
        BuyTicket${operations}
    ]
    errors: [
        SoldOut
    ]
}

/// Buys a ticket.
@http(method: "POST", uri: "/tickets", code: 201)
operation BuyTicket {
    input: BuyTicketInput
    output: BuyTicketOutput
}

structure BuyTicketInput {
    /// Which concert.
    @required
    @length(min: 1, max: ${length})
    Concert: String

    Kind: TicketKind

    Seats: SeatList

    @pattern("^[A-Z]{3}$")
    Currency: String
}

structure BuyTicketOutput {
    /// The number on the ticket.
    @required
    Number: String

    Price: Double

    Holder: Holder
${fields}}

@length(min: 1, max: 8)
list SeatList {
    member: String
}

/// Who holds a ticket.
union Holder {
    Person: String
    Group: Integer
}

enum TicketKind {
${kinds.map((kind) => `    ${kind}`).join("\n")}
}

@error("client")
@httpError(409)
structure SoldOut {
    Message: String
}
${more}`;

const REFUND = `
/// Gives the money back.
@http(method: "POST", uri: "/refunds")
operation RefundTicket {
    input := {
        @required
        Number: String
    }
    output := {
        Amount: Double
    }
}
`;

/** @param {{ states: readonly string[], max: number, levels?: string, fields?: string }} options */
const meters = ({ states, max, levels = "", fields = "" }) => `${head("meters")}
/// Meters of water.
@restJson1
@title("Meter Service")
service Meters {
    version: "2024-03-01"
    operations: [
        ReadMeter
    ]
}

/// Reads a meter.
@readonly
@http(method: "GET", uri: "/meters/{Meter}")
operation ReadMeter {
    input := {
        @required
        @httpLabel
        Meter: String

        @httpHeader("X-Since")
        Since: Timestamp
    }
    output := {
        /// What it shows, by day.
        Readings: Readings

        State: MeterState

        Level: Level
${fields}    }
    errors: [
        NoSuchMeter
    ]
}

map Readings {
    key: String
    value: Reading
}

structure Reading {
    @required
    @range(min: 0, max: ${max})
    Liters: Long

    /// When it was read.
    @timestampFormat("epoch-seconds")
    At: Timestamp
}

/// How a meter is.
enum MeterState {
${states.map((state) => `    ${state}`).join("\n")}
}

intEnum Level {
    LOW = 1
    HIGH = 2
${levels}}

@error("client")
@httpError(404)
structure NoSuchMeter {
    Message: String
}
`;

/** @type {readonly Service[]} */
export const SERVICES = [
  {
    name: "parks",
    revisions: [
      {
        date: "2024-01-10",
        note: "The record starts.",
        text: parks({ sizes: ["SMALL", "LARGE"], limit: 100 }),
      },
      {
        date: "2024-02-10",
        note: "`ParkSize` has `TINY`.",
        text: parks({ sizes: ["SMALL", "LARGE", "TINY"], limit: 100 }),
      },
      {
        date: "2024-03-10",
        note: "Removed `TINY` from `ParkSize`, and added `Opened` to `Park`.",
        text: parks({ sizes: ["SMALL", "LARGE"], limit: 100, members: "\n    Opened: Timestamp\n" }),
      },
      {
        date: "2024-04-10",
        note: "Added the error `ParksBusy` to `ListParks`; `Limit` is 50 at most.",
        text: parks({
          ...{ sizes: ["SMALL", "LARGE"], limit: 50, members: "\n    Opened: Timestamp\n" },
          ...{ error: "\n        ParksBusy", more: BUSY },
        }),
      },
    ],
  },
  {
    name: "tickets",
    revisions: [
      { date: "2024-01-20", note: "", text: tickets({ kinds: ["FULL", "REDUCED"], length: 200 }) },
      {
        date: "2024-02-20",
        note: "Added `RefundTicket`.",
        text: tickets({
          kinds: ["FULL", "REDUCED"],
          length: 200,
          operations: "\n        RefundTicket",
          more: REFUND,
        }),
      },
      {
        date: "2024-03-20",
        note: "`TicketKind` has `CHILD`, and `BuyTicketOutput` has `Sent`.",
        text: tickets({
          ...{ kinds: ["FULL", "REDUCED", "CHILD"], length: 200, operations: "\n        RefundTicket" },
          ...{ fields: "\n    Sent: Boolean\n", more: REFUND },
        }),
      },
    ],
  },
  {
    name: "meters",
    revisions: [
      { date: "2024-01-30", note: "", text: meters({ states: ["OPEN", "SHUT"], max: 1000 }) },
      {
        date: "2024-02-28",
        note: "Removed `SHUT` from `MeterState`, and added `CLOSED`.",
        text: meters({ states: ["OPEN", "CLOSED"], max: 1000 }),
      },
      {
        date: "2024-03-30",
        note: "`Level` has `MIDDLE`.",
        text: meters({ states: ["OPEN", "CLOSED"], max: 1000, levels: "    MIDDLE = 3\n" }),
      },
      {
        date: "2024-04-30",
        note: "`ReadMeter` returns `Owner`.",
        text: meters({
          ...{ states: ["OPEN", "CLOSED"], max: 1000, levels: "    MIDDLE = 3\n" },
          fields: "\n        Owner: String\n",
        }),
      },
    ],
  },
];
