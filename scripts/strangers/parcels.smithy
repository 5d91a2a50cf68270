$version: "2.0"

namespace example.parcels

use aws.protocols#awsJson1_1
use aws.protocols#restJson1

/// Parcels, and where they are.
@title("Parcels")
@restJson1
@awsJson1_1
@httpBearerAuth
@paginated(inputToken: "token", outputToken: "token", pageSize: "most")
service Parcels {
    version: "2024-01-01"
    operations: [
        FollowParcel
        ListParcels
        PutLabel
        ReadLabel
        SendParcel
    ]
    errors: [
        TooManyCalls
    ]
}

/// Sends a parcel. See <a href="javascript:alert(1)">here</a>. */ throw 1; /*
@http(method: "PUT", uri: "/parcels/{id}")
@idempotent
operation SendParcel {
    input := {
        @httpLabel
        @required
        id: ParcelId

        @httpHeader("X-Parcel-Kind")
        kind: Kind

        @httpPrefixHeaders("X-Note-")
        notes: Notes

        @required
        parcel: Parcel

        @idempotencyToken
        token: String
    }

    output := {
        @required
        sent: Timestamp
    }

    errors: [
        NoSuchPlace
    ]
}

@http(method: "GET", uri: "/parcels")
@paginated(items: "parcels")
@readonly
operation ListParcels {
    input := {
        @httpQuery("token")
        token: String

        @httpQuery("most")
        @range(min: 1, max: 100)
        most: Integer
    }

    output := {
        token: String
        parcels: Parcels_
    }
}

@http(method: "GET", uri: "/parcels/{id}/steps")
@readonly
operation FollowParcel {
    input := {
        @httpLabel
        @required
        id: ParcelId
    }

    output := {
        @httpPayload
        steps: Steps
    }
}

@http(method: "PUT", uri: "/parcels/{id}/label")
@idempotent
operation PutLabel {
    input := {
        @httpLabel
        @required
        id: ParcelId

        @httpPayload
        @required
        label: Label
    }
}

@http(method: "GET", uri: "/parcels/{id}/label")
@readonly
operation ReadLabel {
    input := {
        @httpLabel
        @required
        id: ParcelId
    }

    output := {
        @httpPayload
        @required
        label: Label
    }

    errors: [
        NoSuchPlace
    ]
}

@streaming
blob Label

/// What happens to a parcel.
@streaming
union Steps {
    moved: Moved
    lost: NoSuchPlace
}

structure Moved {
    at: Timestamp
    place: Place
}

@length(min: 3, max: 40)
@pattern("^[A-Z]{2}-[0-9]+$")
string ParcelId

structure Parcel {
    @required
    id: ParcelId

    kind: Kind

    @range(min: 0)
    grams: Integer

    worth: BigDecimal

    count: BigInteger

    packed: Timestamp

    place: Place

    inside: Parcels_

    tags: Tags

    extra: Document

    picture: Blob

    secret: Secret
}

@sensitive
string Secret

list Parcels_ {
    member: Parcel
}

@uniqueItems
list Tags {
    member: String
}

map Notes {
    key: String
    value: String
}

@sparse
map Marks {
    key: Kind
    value: Integer
}

union Place {
    street: String
    point: Point
    nowhere: Unit
}

structure Point {
    @required
    x: Double

    @required
    y: Double

    marks: Marks
}

enum Kind {
    LETTER = "letter"
    BOX = "a box"
    ODD = "*/ alert(1) /*"
    PROTO = "__proto__"
}

@error("client")
@httpError(404)
structure NoSuchPlace {
    message: String
    place: Place
}

@error("client")
@httpError(429)
@retryable(throttling: true)
structure TooManyCalls {
    message: String
}
