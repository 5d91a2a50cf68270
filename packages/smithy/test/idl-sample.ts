/** An IDL text with every statement, clause and kind of value of the grammar, and no comments. */
/** A text with every statement, clause and kind of value that the grammar has, and no comments. */
export const SAMPLE = `$version: "2.0"
$operationInputSuffix: "Request"
metadata "a.b" = { x: [1, -2.5e3, true, null, smithy.api#String], "y z": {} }
metadata list = ["a\\tb", """
    text
      block
    """]
namespace example.sample
use example.other#Color
use example.other#tone
@tone("dark")
@length(min: 1, max: 10)
string Name with [Word]
@mixin
string Word
@enumLike([{ name: "a" }, { name: "b" }])
enum Suit {
  @deprecated
  CLUB
  HEART = "heart"
  SPADE = """
    spade"""
}
intEnum Level { LOW = 1
HIGH = 2
}
list Names { @required
member: Name }
map Paints { key: Name, value: Color }
structure Card for Deck with [Base, Extra] {
  $id
  @required
  suit: Suit = "heart"
  level: Level = 1
  tags: Names = []
  other: example.other#Thing$part
}
@mixin structure Base {}
@mixin structure Extra { extra: Name }
union Either { left: Name, right: Card }
resource Deck {
  identifiers: { id: Name }
  properties: { suit: Suit }
  read: GetCard
  operations: [Shuffle]
}
service Cards { version: "1", resources: [Deck], rename: { "example.other#Name": "OtherName" } }
@readonly
operation GetCard {
  input := for Deck { @required
  $id }
  output: Card
  errors: [NotFound, example.other#Bad]
}
operation Shuffle with [Mixed] {
  input := @tone("light") with [Base] {}
  output := {}
}
@mixin operation Mixed {}
@error("client") structure NotFound {}
apply Card$suit @documentation("Which suit.")
apply Name {
  @tone
  @pattern("^a\\\\d$")
}
`;
