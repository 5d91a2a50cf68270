$version: "2.0"

namespace smithy.mqtt

@protocolDefinition
@trait(selector: "service")
structure mqttJson {}

@pattern("^[^#+]+$")
@trait(
    breakingChanges: [
        {
            change: "any"
        }
    ]
    conflicts: ["smithy.mqtt#subscribe"]
    selector: "operation :not(-[output]-> * > member)"
)
@traitValidators(
    "MqttPublishInput.NoEventStreams": { selector: "-[input]-> structure > member :test(> union [trait|streaming])" }
    MqttUnsupportedErrors: { selector: ":test(-[error]->)", severity: "DANGER" }
)
string publish

@pattern("^[^#+]+$")
@trait(
    breakingChanges: [
        {
            change: "any"
        }
    ]
    conflicts: ["smithy.mqtt#publish"]
    selector: "operation :test(-[output]->)"
)
@traitValidators(
    "MqttSubscribeInput.MissingTopicLabel": {
        selector: "-[input]-> structure > member :not([trait|smithy.mqtt#topicLabel])"
    }
    "MqttSubscribeOutput.EventHeaderNotSupported": {
        selector: "-[output]-> structure > member > union [trait|streaming] > member > structure > member [trait|eventHeader]"
        severity: "DANGER"
    }
    "MqttSubscribeOutput.MissingEventStream": {
        selector: ":test(-[output]-> :not(> member > union [trait|streaming]))"
    }
    "MqttSubscribeOutput.NoInitialEvents": {
        selector: ":test(-[output]-> structure > member :not(> union [trait|streaming]))"
    }
    MqttUnsupportedErrors: { selector: ":test(-[error]->)", severity: "DANGER" }
)
string subscribe

@trait(selector: "member[trait|required] :test(> :test(string, byte, short, integer, long, boolean, timestamp))")
structure topicLabel {}
