import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigurationError, configuration } from "../../config/index.js";

function faultsOf(env: Record<string, string>): ConfigurationError {
  try {
    configuration(env);
  } catch (fault) {
    if (fault instanceof ConfigurationError) return fault;
    throw fault;
  }
  throw new Error("accepted");
}

describe("the configuration", () => {
  it("needs nothing: a newcomer sets no variable", () => {
    const read = configuration({});
    expect(read.home).toBe(resolve(".guichet"));
    expect(read.api).toEqual({ port: 4000, publicUrl: "http://127.0.0.1:4000" });
    expect(read.identity).toEqual({ tokenIssuers: [], sessionKeys: [] });
    expect(read.temporal).toMatchObject({ namespace: "default", taskQueue: "guichet", uiPort: 8233 });
    expect(read.databaseUrl).toBeUndefined();
  });

  it("takes an empty variable for an absent one, as compose files write it", () => {
    expect(configuration({ PORT: "", DATABASE_URL: " ", TEMPORAL_ADDRESS: "" })).toEqual(configuration({}));
  });

  it("can't be changed by those who read it", () => {
    expect(Object.isFrozen(configuration({}))).toBe(true);
    expect(Object.isFrozen(configuration({}).temporal)).toBe(true);
  });

  it("tells every fault at once, each with what was found and what was expected", () => {
    const fault = faultsOf({ PORT: "70000", TEMPORAL_ADDRESS: "localhost", LOG_LEVEL: "loud", MAIL_FROM: "nobody" });
    expect(fault.faults.map(({ variable }) => variable).sort()).toEqual([
      "LOG_LEVEL",
      "MAIL_FROM",
      "PORT",
      "TEMPORAL_ADDRESS",
    ]);
    expect(fault.message).toContain('PORT: found "70000"; expected the port of the API: a whole number');
  });

  it("tells a mistyped variable of ours", () => {
    expect(faultsOf({ GUICHET_HOMME: "/srv" }).message).toContain(
      "GUICHET_HOMME: found a variable that Guichet doesn't",
    );
  });

  it("never shows a password", () => {
    expect(faultsOf({ DATABASE_URL: "mysql://clerk:swordfish@db/guichet" }).message).not.toContain("swordfish");
    expect(faultsOf({ DATABASE_URL: "swordfish" }).message).not.toContain("swordfish");
    expect(faultsOf({ DATABASE_URL: "postgres//clerk:swordfish@db" }).message).not.toContain("swordfish");
  });

  it("takes the key that signs certificates as PEM, on one line or several, or as base64, and never shows it", () => {
    const { privateKey } = generateKeyPairSync("ed25519");
    const pem = privateKey.export({ format: "pem", type: "pkcs8" }).toString();
    const base64 = privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
    for (const CERTIFICATE_KEY of [pem, pem.replaceAll("\n", "\\n"), base64])
      expect(configuration({ CERTIFICATE_KEY }).certificates.key?.equals(privateKey)).toBe(true);
    expect(configuration({}).certificates.key).toBeUndefined();
    const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
    for (const CERTIFICATE_KEY of ["swordfish", rsa.export({ format: "pem", type: "pkcs8" }).toString()]) {
      const { message } = faultsOf({ CERTIFICATE_KEY });
      expect(message).toContain("expected the key that signs certificates: an Ed25519 private key");
      expect(message).not.toContain(CERTIFICATE_KEY.slice(0, 20));
    }
  });

  it("makes no secured Temporal by halves, and sends no API key in clear", () => {
    const given = { TEMPORAL_ADDRESS: "temporal.example:7233" };
    const variablesOf = (env: Record<string, string>) => faultsOf(env).faults.map(({ variable }) => variable);
    expect(configuration(given).temporal.tls).toBeUndefined();
    expect(configuration({ ...given, TEMPORAL_TLS: "true" }).temporal.tls).toBeDefined();
    expect(configuration({ ...given, TEMPORAL_API_KEY: "swordfish" }).temporal.tls).toBeDefined();
    expect(variablesOf({ ...given, TEMPORAL_API_KEY: "swordfish", TEMPORAL_TLS: "false" })).toEqual([
      "TEMPORAL_API_KEY",
    ]);
    expect(variablesOf({ TEMPORAL_API_KEY: "swordfish" })).toEqual(["TEMPORAL_ADDRESS"]);
    expect(variablesOf({ TEMPORAL_TLS: "true" })).toEqual(["TEMPORAL_ADDRESS"]);
    const certificate = join(mkdtempSync(join(tmpdir(), "guichet-pem-")), "client.pem");
    writeFileSync(certificate, "-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n");
    expect(variablesOf({ ...given, TEMPORAL_TLS_CLIENT_CERT_PATH: certificate })).toEqual([
      "TEMPORAL_TLS_CLIENT_KEY_PATH",
    ]);
    expect(variablesOf({ ...given, TEMPORAL_TLS_SERVER_CA_CERT_PATH: "/nowhere.pem" })).toEqual([
      "TEMPORAL_TLS_SERVER_CA_CERT_PATH",
    ]);
    expect(faultsOf({ ...given, TEMPORAL_API_KEY: "sword fish" }).message).not.toContain("sword");
  });

  it("takes the keys that encrypt what goes to Temporal, the first to write with, and never shows one", () => {
    const keys = [1, 2].map((byte) => Buffer.alloc(32, byte).toString("base64"));
    const { encryption } = configuration({ PAYLOAD_KEYS: keys.join(", ") }).temporal;
    expect(encryption?.keys.map((key) => key[0])).toEqual([1, 2]);
    expect(encryption?.required).toBe(false);
    expect(configuration({}).temporal.encryption).toBeUndefined();
    const short = Buffer.alloc(31, 7).toString("base64");
    const { message } = faultsOf({ PAYLOAD_KEYS: `${keys[0]},${short}` });
    expect(message).toContain("PAYLOAD_KEYS: found something that is no such key; expected the keys that encrypt");
    expect(message).not.toContain(short.slice(0, 8));
  });

  it("lets production start no server of its own and start no issuer of its own, nor half a sign-in", () => {
    const fault = faultsOf({ GUICHET_ENV: "production", SIGN_IN_CLIENT_ID: "guichet" });
    expect(fault.faults.map(({ variable }) => variable)).toEqual([
      "SIGN_IN_ISSUER",
      "SIGN_IN_CLIENT_SECRET",
      "SESSION_KEYS",
      "DATABASE_URL",
      "TEMPORAL_ADDRESS",
      "SMTP_URL",
      "PUBLIC_URL",
      "PAYLOAD_KEYS",
      "TOKEN_ISSUERS",
    ]);
    const production = configuration({
      GUICHET_ENV: "production",
      DATABASE_URL: "postgres://register/guichet",
      TEMPORAL_ADDRESS: "temporal:7233",
      SMTP_URL: "smtp://mail:25",
      PUBLIC_URL: "https://guichet.example/",
      TOKEN_ISSUERS: "https://a.example, https://b.example/realm",
      PAYLOAD_KEYS: Buffer.alloc(32, 1).toString("base64"),
    });
    expect(production.temporal.encryption).toMatchObject({ required: true });
    expect(production.api.publicUrl).toBe("https://guichet.example");
    expect(production.identity.tokenIssuers).toEqual(["https://a.example", "https://b.example/realm"]);
  });
});
