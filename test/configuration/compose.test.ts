import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { configuration, type Variable, variables } from "../../config/index.js";
import { searchAttributeTypes } from "../../installation/servers/temporal.js";
import { payloadKeys } from "../../rig/payload-keys.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), "utf8");

const condition = z.enum(["service_started", "service_healthy", "service_completed_successfully"]);
const service = z.object({
  image: z.string(),
  build: z.string().optional(),
  depends_on: z.record(z.string(), z.object({ condition })).default({}),
  environment: z.record(z.string(), z.string()).default({}),
  command: z.array(z.string()).optional(),
  entrypoint: z.array(z.string()).optional(),
  healthcheck: z.object({ test: z.array(z.string()).min(2) }).optional(),
  volumes: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  restart: z.string(),
  deploy: z.object({ replicas: z.number() }).optional(),
});
const compose = z
  .object({ services: z.record(z.string(), service), volumes: z.record(z.string(), z.unknown()) })
  .parse(parse(read("docker-compose.yml"), { merge: true }));
const { services } = compose;
const scripts = z.object({ scripts: z.record(z.string(), z.string()), version: z.string() });
const { scripts: commands, version } = scripts.parse(JSON.parse(read("package.json")));

const named = (name: string) => {
  const found = services[name];
  if (!found) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
};

/** What an operator writes in .env, by the names of deploy/example.env. */
const chosen: Readonly<Record<string, string>> = {
  POSTGRES_PASSWORD: "p-1",
  GUICHET_DB_PASSWORD: "g-1",
  TEMPORAL_DB_PASSWORD: "t-1",
  SMTP_URL: "smtp://mail.example:25",
  PUBLIC_URL: "https://guichet.example",
  TOKEN_ISSUERS: "https://issuer.example",
  PAYLOAD_KEYS: payloadKeys,
};

/** Compose's own substitution: `${A}`, `${A:-default}`, `${A:?message}`. */
function substituted(text: string, env: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_whole, name: string, mark?: string, rest?: string) => {
    if (env[name]) return env[name];
    if (mark === "-") return rest ?? "";
    throw new Error(`${name}: ${rest ?? "not set"}`);
  });
}

const environmentOf = (name: string, env = chosen): Record<string, string> =>
  Object.fromEntries(Object.entries(named(name).environment).map(([key, value]) => [key, substituted(value, env)]));

/** Everything that must have happened before a service starts. */
function earlierThan(name: string, seen: string[] = []): string[] {
  for (const earlier of Object.keys(named(name).depends_on)) {
    if (!seen.includes(earlier)) earlierThan(earlier, seen);
    if (!seen.includes(earlier)) seen.push(earlier);
  }
  return seen;
}

const ours = ["migrate", "api", "worker"];

describe("docker-compose.yml", () => {
  it("pins every image to an exact version, and none that is deprecated", () => {
    for (const [name, { image }] of Object.entries(services)) {
      expect(image, name).toMatch(/^[\w/.-]+:\d+\.\d+(\.\d+)?$/);
      expect(image, name).not.toContain("auto-setup");
    }
    for (const name of ours) expect(named(name).image).toBe(`guichet:${version}`);
  });

  it("starts in the only order that works", () => {
    expect(earlierThan("worker")).toEqual(["postgres", "migrate", "temporal-schema", "temporal", "temporal-namespace"]);
    expect(earlierThan("api")).toEqual(earlierThan("worker"));
    expect(named("temporal-schema").depends_on).toEqual({ postgres: { condition: "service_healthy" } });
    expect(named("temporal").depends_on["temporal-schema"]?.condition).toBe("service_completed_successfully");
    // The port opens before the server serves, and a worker leaves when its namespace is unknown.
    expect(named("temporal-namespace").depends_on.temporal?.condition).toBe("service_healthy");
    for (const name of ["api", "worker"]) {
      expect(named(name).depends_on["temporal-namespace"]?.condition).toBe("service_completed_successfully");
      expect(named(name).depends_on.migrate?.condition).toBe("service_completed_successfully");
    }
  });

  it("waits only for what can be waited for: health where there is a check, an end where there is one", () => {
    for (const [name, { depends_on }] of Object.entries(services)) {
      for (const [earlier, { condition: awaited }] of Object.entries(depends_on)) {
        const { healthcheck, restart } = named(earlier);
        if (awaited === "service_healthy") expect(healthcheck, `${name} waits for ${earlier}`).toBeDefined();
        expect(restart === "no", `${name} waits for the end of ${earlier}`).toBe(
          awaited === "service_completed_successfully",
        );
      }
    }
  });

  it("watches over everything that stays", () => {
    for (const [name, { restart, healthcheck }] of Object.entries(services)) {
      if (restart !== "no") expect(healthcheck?.test[0], name).toBe("CMD");
    }
    expect(named("postgres").healthcheck?.test).toContain("pg_isready");
    expect(named("temporal").healthcheck?.test).toEqual(["CMD", "nc", "-z", "127.0.0.1", "7233"]);
    expect(named("temporal-ui").healthcheck?.test.join(" ")).toContain("/healthz");
    const { PORT } = environmentOf("api");
    expect(named("api").healthcheck?.test.join(" ")).toContain(`:${PORT}/readyz`);
    const { METRICS_PORT } = environmentOf("worker");
    expect(named("worker").healthcheck?.test.join(" ")).toContain(`:${METRICS_PORT}/metrics`);
  });

  it("runs commands that exist", () => {
    for (const name of ours) {
      // The same words as `npm run …`, without npm, which would keep the signal to stop for itself.
      expect(named(name).command?.join(" "), name).toBe(commands[name]?.replace(/^exec /, ""));
    }
    expect(read("Dockerfile")).toContain("npm run --silent build");
    expect(Object.keys(commands)).toContain("build");
  });

  it("mounts files that exist", () => {
    const mounted = Object.values(services).flatMap(({ volumes }) =>
      volumes.map((volume) => volume.split(":")[0] ?? ""),
    );
    for (const source of mounted) {
      if (source.startsWith("./")) expect(existsSync(join(root, source)), source).toBe(true);
      else expect(Object.keys(compose.volumes)).toContain(source);
    }
    for (const name of ["temporal-schema", "temporal-namespace"]) {
      const script = named(name).entrypoint?.[1]?.replace("/deploy/", "deploy/temporal/") ?? "";
      expect(existsSync(join(root, script)), script).toBe(true);
    }
    expect(readdirSync(join(root, "deploy/postgres"))).toEqual(["10-roles.sh"]);
    // Changed in the image of PostgreSQL 18: a volume at the former place would be lost.
    expect(named("postgres").volumes).toContain("postgres:/var/lib/postgresql");
  });

  it("gives the API and the workers an environment that the code accepts, and nothing that it doesn't know", () => {
    for (const name of ours) {
      const environment = environmentOf(name);
      const unknown = Object.keys(environment).filter((variable) => !variables.includes(variable as Variable));
      expect(unknown, name).toEqual([]);
      const accepted = configuration(environment);
      expect(accepted.environment).toBe("production");
      expect(accepted.host).toBe("0.0.0.0");
      expect(accepted.identity.tokenIssuers).toEqual(["https://issuer.example"]);
    }
    const [api, worker] = [configuration(environmentOf("api")), configuration(environmentOf("worker"))];
    expect(worker.temporal).toEqual(api.temporal);
    expect(worker.databaseUrl).toBe(api.databaseUrl);
    expect(worker.worker.workflowBundle).toBe("/app/dist/workflows.js");
  });

  it("can't be turned into an installation where anybody says who they are", () => {
    expect(() => configuration({ ...environmentOf("api"), TOKEN_ISSUERS: "" })).toThrow("TOKEN_ISSUERS");
  });

  it("agrees with itself on hosts, ports, logins and the namespace", () => {
    const { databaseUrl, temporal } = configuration(environmentOf("api"));
    const database = new URL(databaseUrl ?? "");
    expect(Object.keys(services)).toContain(database.hostname);
    expect(read("deploy/postgres/10-roles.sh")).toContain(`create role ${database.username} login`);
    expect(read("deploy/postgres/10-roles.sh")).toContain(`create database ${database.pathname.slice(1)} `);
    expect(temporal.address).toBe("temporal:7233");
    expect(environmentOf("temporal-namespace")).toMatchObject({
      TEMPORAL_ADDRESS: temporal.address,
      NAMESPACE: temporal.namespace,
    });
    expect(environmentOf("temporal-ui").TEMPORAL_DEFAULT_NAMESPACE).toBe(temporal.namespace);
    const server = environmentOf("temporal");
    expect(server).toMatchObject({ DB: "postgres12", POSTGRES_SEEDS: "postgres", NUM_HISTORY_SHARDS: "512" });
    expect(server.DYNAMIC_CONFIG_FILE_PATH).toBe(named("temporal").volumes[0]?.split(":")[1]);
    for (const database of [server.DBNAME, server.VISIBILITY_DBNAME])
      expect(read("deploy/temporal/schema.sh")).toContain(`${database}:`);
  });

  it("creates the same search attributes as a development server", () => {
    const script = read("deploy/temporal/namespace.sh");
    for (const [name, type] of Object.entries(searchAttributeTypes)) expect(script).toContain(` ${name}=${type}`);
  });

  it("allows nobody to move time", () => {
    const dynamic = parse(read("deploy/dynamicconfig.yaml")) as Record<string, { value: unknown }[]>;
    expect(dynamic["frontend.WorkflowTimeSkippingEnabled"]).toEqual([{ value: false }]);
  });

  it("shows no port beyond this machine, and lets the API and the workers scale", () => {
    for (const { ports } of Object.values(services)) for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    expect(named("api").ports[0]).toMatch(/:\d+-\d+:4000$/);
    expect(named("worker").ports).toEqual([]);
    expect(named("worker").deploy?.replicas).toBeGreaterThan(1);
  });

  it("holds no secret, and starts with none missing", () => {
    const wanted = [...read("docker-compose.yml").matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name ?? "");
    expect([...new Set(wanted)].sort()).toEqual(Object.keys(chosen).sort());
    expect(() => environmentOf("api", {})).toThrow("GUICHET_DB_PASSWORD");
    const example = read("deploy/example.env");
    for (const name of wanted) expect(example).toMatch(new RegExp(`^${name}=$`, "m"));
  });
});
