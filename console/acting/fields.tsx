/** The fields of a form, made from the schema of what it sends. */
import type { JsonSchema } from "../../case/schema.js";
import type { FieldFault } from "./faults.js";
import { isChoice, itemsOf, one, type Typed } from "./given.js";

interface FieldProps {
  readonly schema: JsonSchema;
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
  /** Of what the field gives; its name. */
  readonly pointer: string;
  readonly name: string;
  readonly required: boolean;
}

export const fieldId = (pointer: string): string => `champ${pointer.replaceAll(/[^A-Za-z0-9]/g, "-")}`;

/** A description is a label, then what is to know in brackets. */
export function labelOf({ description }: JsonSchema, name: string): { label: string; hint: string | undefined } {
  const [, label = description ?? name, hint] = /^(.*?) \((.*)\)$/.exec(description ?? "") ?? [];
  return { label, hint };
}

const valueLabel = ({ labels }: JsonSchema, value: unknown): string => labels?.[String(value)] ?? String(value);

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
    return <Choice {...props} options={schema.enum.map((value) => [String(value), valueLabel(schema, value)])} />;
  return <Input {...props} />;
}

/** The fields of an object, without a frame of their own. */
export function Fields({ schema, pointer, ...rest }: Omit<FieldProps, "name" | "required">) {
  return (
    <>
      {Object.entries(schema.properties ?? {}).map(([name, property]) => (
        <Field
          key={name}
          {...rest}
          schema={property}
          pointer={`${pointer}/${name}`}
          name={name}
          required={schema.required?.includes(name) ?? false}
        />
      ))}
    </>
  );
}

const Optional = ({ required }: { readonly required: boolean }) =>
  required ? null : <span class="minor"> (facultatif)</span>;

function Group(props: FieldProps) {
  const { label } = labelOf(props.schema, props.name);
  return (
    <fieldset id={fieldId(props.pointer)}>
      <legend>
        {label}
        <Optional required={props.required} />
      </legend>
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
  const { label, hint } = labelOf(props.schema, props.name);
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
  const { label } = labelOf(props.schema, props.name);
  const chosen = props.typed.get(props.pointer) ?? [];
  return (
    <fieldset id={fieldId(props.pointer)} class={faultOf(props) === undefined ? undefined : "faulty"}>
      <legend>
        {label}
        <Optional required={props.required} />
      </legend>
      <Fault words={faultOf(props)} pointer={props.pointer} />
      {(props.schema.items?.enum ?? []).map((value) => (
        <label key={String(value)} class="option">
          <input type="checkbox" name={props.pointer} value={String(value)} checked={chosen.includes(String(value))} />{" "}
          {valueLabel(props.schema.items ?? {}, value)}
        </label>
      ))}
    </fieldset>
  );
}

/** A list that grows by a button, without a script. */
function List(props: FieldProps) {
  const { schema, typed, pointer, name } = props;
  const { items = {} } = schema;
  const { label } = labelOf(schema, name);
  const count = Math.max(itemsOf(typed, pointer, schema), props.required ? 1 : 0);
  return (
    <fieldset id={fieldId(pointer)} class={faultOf(props) === undefined ? undefined : "faulty"}>
      <legend>
        {label}
        <Optional required={props.required} />
      </legend>
      <Fault words={faultOf(props)} pointer={pointer} />
      {Array.from({ length: count }, (_, i) => (
        <Field
          key={i}
          {...props}
          schema={{ ...items, description: `${labelOf(items, label).label} ${i + 1}` }}
          pointer={`${pointer}/${i}`}
          name={label}
          required
        />
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
  const { schema, typed, pointer, name } = props;
  const { label, hint } = labelOf(schema, name);
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
