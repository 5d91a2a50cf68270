import { type FormEvent, useState } from "react";
import { Button, Checkbox, FieldError, Form, Input, Label, Text, TextField } from "react-aria-components";
import {
  type Credentials,
  findEndpointProblem,
  isLocal,
  LOCAL_CREDENTIALS,
  NO_CREDENTIALS,
  regionOf,
  type Target,
} from "../service/endpoint.js";
import { findTargetProblems } from "../service/fetch-events.js";
import { readKeptCredentials } from "../state/kept-credentials.js";

interface ConnectFormProps {
  readonly target: Target;
  readonly onConnect: (target: Target, credentials: Credentials, keep: boolean) => void;
}

/** Asks which user's events are wanted, and with which keys. What the model refuses is told before anything is sent. */
export function ConnectForm({ target, onConnect }: ConnectFormProps) {
  const [values, setValues] = useState(target);
  const [keys, setKeys] = useState(() => readKeptCredentials() ?? NO_CREDENTIALS);
  const [keep, setKeep] = useState(() => readKeptCredentials() !== undefined);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const local = isLocal(values.endpoint);
  const endpointProblem = findEndpointProblem(values.endpoint);
  const region = values.region || regionOf(values.pool) || (local ? "us-east-1" : "");

  function submit(event: FormEvent) {
    event.preventDefault();
    const next = { ...values, region };
    const found = findTargetProblems(next);
    setProblems(found);
    if (found.length > 0 || endpointProblem !== undefined) return;
    onConnect(next, local && keys.accessKeyId === "" ? LOCAL_CREDENTIALS : keys, keep);
  }

  const setValue = (name: keyof Target) => (value: string) => setValues({ ...values, [name]: value.trim() });
  const setKey = (name: keyof Credentials) => (value: string) => setKeys({ ...keys, [name]: value.trim() });
  return (
    <Form className="connect" onSubmit={submit}>
      <Field
        label="User pool ID"
        value={values.pool}
        onChange={setValue("pool")}
        isRequired
        hint="Such as eu-central-1_AbCdEfGhI"
      />
      <Field
        label="Username"
        value={values.user}
        onChange={(user) => setValues({ ...values, user })}
        isRequired
      />
      <Field
        label="Region"
        value={values.region}
        onChange={setValue("region")}
        isRequired={region === ""}
        hint={region === "" ? "Such as eu-central-1" : `${region}, where this is left empty`}
      />
      <Field
        label="Endpoint"
        value={values.endpoint}
        onChange={setValue("endpoint")}
        hint="Empty for AWS, or such as http://127.0.0.1:4170"
        problem={endpointProblem}
      />
      <fieldset className="keys">
        <legend>Credentials{local ? " (a server on this machine needs none)" : ""}</legend>
        <Field
          label="Access key ID"
          value={keys.accessKeyId}
          onChange={setKey("accessKeyId")}
          isRequired={!local}
        />
        <Field
          label="Secret access key"
          type="password"
          value={keys.secretAccessKey}
          onChange={setKey("secretAccessKey")}
          isRequired={!local}
        />
        <Field
          label="Session token"
          type="password"
          value={keys.sessionToken}
          onChange={setKey("sessionToken")}
          hint="Of temporary credentials"
        />
      </fieldset>
      <Checkbox className="checkbox" isSelected={keep} onChange={setKeep}>
        <span className="checkbox-box" aria-hidden="true" />
        Keep the credentials until this tab is closed
      </Checkbox>
      {problems.length === 0 ? null : (
        <ul className="form-problems" role="alert">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <Button className="button primary" type="submit">
        Show events
      </Button>
    </Form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isRequired?: boolean;
  readonly type?: "password" | "text";
  readonly hint?: string;
  readonly problem?: string | undefined;
}

function Field({ label, value, onChange, isRequired = false, type = "text", hint, problem }: FieldProps) {
  return (
    <TextField
      className="field"
      type={type}
      value={value}
      onChange={onChange}
      isRequired={isRequired}
      isInvalid={problem !== undefined}
      autoComplete="off"
      spellCheck="false"
    >
      <Label>{label}</Label>
      <Input className="input" />
      {hint === undefined ? null : (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-problem">{problem}</FieldError>
    </TextField>
  );
}
