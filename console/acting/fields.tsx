/** The fields of a form, made from the schema of what it sends. */
import type { JsonSchema } from "../../case/schema.js";
import type { FieldFault } from "./faults.js";
import { isChoice, itemsOf, one, type Typed } from "./given.js";
import type { Wording } from "./wording.js";

interface FieldProps {
  readonly schema: JsonSchema;
  readonly wording: Wording;
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
  /** Of what the field gives; its name. */
  readonly pointer: string;
  readonly required: boolean;
}

export const fieldId = (pointer: string): string => `champ${pointer.replaceAll(/[^A-Za-z0-9]/g, "-")}`;

const faultOf = ({ faults, pointer }: Pick<FieldProps, "faults" | "pointer">): string | undefined =>
  faults.find((fault) => fault.pointer === pointer)?.words;

export function Field(props: FieldProps) {
  const { schema } = props;
  if (schema.type === "object") return <Group {...props} />;
  if (schema.type === "array") return isChoice(schema) ? <Choices {...props} /> : <List {...props} />;
  if (schema.type === "boolean")
    return (
      <Choice
        {...props}
        options={[
          ["true", "Oui"],
          ["false", "Non"],
        ]}
      />
    );
  if (schema.enum !== undefined)
    return (
      <Choice
        {...props}
        options={schema.enum.map((value) => [String(value), props.wording.value(props.pointer, String(value))])}
      />
    );
  return <Input {...props} />;
}

/** The fields of an object, without a frame of their own. */
export function Fields({ schema, pointer, ...rest }: Omit<FieldProps, "required">) {
  return (
    <>
      {Object.entries(schema.properties ?? {}).map(([name, property]) => (
        <Field
          key={name}
          {...rest}
          schema={property}
          pointer={`${pointer}/${name}`}
          required={schema.required?.includes(name) ?? false}
        />
      ))}
    </>
  );
}

const Optional = ({ required }: { readonly required: boolean }) =>
  required ? null : <span class="minor"> (facultatif)</span>;

function Group(props: FieldProps) {
  const { label, hint } = props.wording.field(props.pointer);
  return (
    <fieldset id={fieldId(props.pointer)} class={faultOf(props) === undefined ? undefined : "faulty"}>
      <legend>
        {label}
        <Optional required={props.required} />
      </legend>
      {hint !== undefined && <p class="minor">{hint}</p>}
      <Fault words={faultOf(props)} pointer={props.pointer} />
      <Fields {...props} />
    </fieldset>
  );
}

function Fault({ words, pointer }: { readonly words: string | undefined; readonly pointer: string }) {
  if (words === undefined) return null;
  return (
    <p class="fault" id={`${fieldId(pointer)}-faute`}>
      <span class="hidden">Erreur : </span>
      {words}
    </p>
  );
}

function Choice({ options, ...props }: FieldProps & { readonly options: readonly (readonly [string, string])[] }) {
  const { label, hint } = props.wording.field(props.pointer);
  const chosen = one(props.typed, props.pointer);
  const all = props.required ? options : [...options, ["", "Sans réponse"] as const];
  return (
    <fieldset id={fieldId(props.pointer)} class={faultOf(props) === undefined ? undefined : "faulty"}>
      <legend>
        {label}
        <Optional required={props.required} />
      </legend>
      {hint !== undefined && <p class="minor">{hint}</p>}
      <Fault words={faultOf(props)} pointer={props.pointer} />
      {all.map(([value, words]) => (
        <label key={value} class="option">
          <input
            type="radio"
            name={props.pointer}
            value={value}
            checked={value === chosen && (chosen !== "" || !props.required)}
          />{" "}
          {words}
        </label>
      ))}
    </fieldset>
  );
}

function Choices(props: FieldProps) {
  const { label, hint } = props.wording.field(props.pointer);
  const chosen = props.typed.get(props.pointer) ?? [];
  return (
    <fieldset id={fieldId(props.pointer)} class={faultOf(props) === undefined ? undefined : "faulty"}>
      <legend>
        {label}
        <Optional required={props.required} />
      </legend>
      {hint !== undefined && <p class="minor">{hint}</p>}
      <Fault words={faultOf(props)} pointer={props.pointer} />
      {(props.schema.items?.enum ?? []).map((value) => (
        <label key={String(value)} class="option">
          <input type="checkbox" name={props.pointer} value={String(value)} checked={chosen.includes(String(value))} />{" "}
          {props.wording.value(props.pointer, String(value))}
        </label>
      ))}
    </fieldset>
  );
}

/** A list that grows by a button, without a script. */
function List(props: FieldProps) {
  const { schema, typed, pointer } = props;
  const { items = {} } = schema;
  const { label, hint } = props.wording.field(pointer);
  const count = Math.max(itemsOf(typed, pointer, schema), props.required ? 1 : 0);
  return (
    <fieldset id={fieldId(pointer)} class={faultOf(props) === undefined ? undefined : "faulty"}>
      <legend>
        {label}
        <Optional required={props.required} />
      </legend>
      {hint !== undefined && <p class="minor">{hint}</p>}
      <Fault words={faultOf(props)} pointer={pointer} />
      {Array.from({ length: count }, (_, i) => (
        <div key={i} class="item">
          <Field {...props} schema={items} pointer={`${pointer}/${i}`} required />
          {count > 1 && (
            <button type="submit" name="retirer" value={`${pointer}/${i}`} class="secondary" formNoValidate>
              Retirer : {label} {i + 1}
            </button>
          )}
        </div>
      ))}
      {(schema.maxItems === undefined || count < schema.maxItems) && (
        <button type="submit" name="ajouter" value={pointer} class="secondary" formNoValidate>
          {count === 0 ? "Ajouter" : "Ajouter encore"} : {label}
        </button>
      )}
    </fieldset>
  );
}

function Input(props: FieldProps) {
  const { schema, typed, pointer } = props;
  const { label, hint } = props.wording.field(pointer);
  const words = faultOf(props);
  const value = one(typed, pointer);
  const described = words === undefined ? undefined : `${fieldId(pointer)}-faute`;
  const common = {
    id: fieldId(pointer),
    name: pointer,
    "aria-describedby": described,
    "aria-invalid": words !== undefined,
  };
  const isDay = schema.format === "date";
  const numeric = schema.type === "number" || schema.type === "integer";
  return (
    <div class={words === undefined ? "field" : "field faulty"}>
      <label for={fieldId(pointer)}>
        {label}
        <Optional required={props.required} />
      </label>
      {hint !== undefined && !isDay && <p class="minor">{hint}</p>}
      <Fault words={words} pointer={pointer} />
      {schema.format === "text" ? (
        <textarea {...common} rows={4}>
          {value}
        </textarea>
      ) : isDay ? (
        <input {...common} type="date" value={value} />
      ) : (
        <input {...common} type="text" value={value} inputMode={numeric ? "decimal" : undefined} autocomplete="off" />
      )}
    </div>
  );
}

/** What Enter in a field does is what the form's own button does, and not the first button that stands in it. */
export const OnEnter = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <button type="submit" name={name} value={value} class="on-enter" tabIndex={-1} aria-hidden="true">
    {" "}
  </button>
);
