/**
 * The engine against `verify/verify.py`, which is written a second time from the rules and knows nothing of law/.
 * Needs `python3` (3.8 or later) on the PATH; nothing else.
 */
import { spawnSync } from "node:child_process";
import { generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { calculate } from "../../law/calculator.js";
import {
  type Certificate,
  certify,
  digestOf,
  queryOf,
  type SignedCertificate,
  signedText,
} from "../../law/certificate.js";
import { addDays, civilDate, FIRST_DAY, fromDayNumber, LAST_DAY } from "../../law/civil-date.js";
import { days, months, parseDelay } from "../../law/delay.js";
import { fromEpochMs, instant } from "../../law/instant.js";
import { anyDelay, anyInput } from "./arbitraries.js";

const python = (args: readonly string[], input = "") =>
  spawnSync("python3", ["verify/verify.py", ...args], { input, encoding: "utf8", maxBuffer: 1 << 28 });

/** The first query on which the two differ, with both answers; null when they agree on all. */
function firstDifference(queries: readonly object[]): object | null {
  const { stdout, stderr, status } = python(["--ndjson"], queries.map((each) => `${JSON.stringify(each)}\n`).join(""));
  if (status !== 0) throw new Error(stderr);
  const theirs = stdout.trimEnd().split("\n");
  expect(theirs).toHaveLength(queries.length);
  for (const [i, query] of queries.entries()) {
    const our = calculate(query);
    const { walk: _, ...ours } = "problem" in our ? { walk: [], problem: true } : our;
    const their = JSON.parse(theirs[i] ?? "null");
    const same = JSON.stringify("problem" in their ? { problem: true } : their) === JSON.stringify(ours);
    if (!same) return { query, ours: our, theirs: their };
  }
  return null;
}

describe("verify.py and the engine agree", () => {
  test("on 10,000 random queries, with every field", () => {
    const queries = fc
      .tuple(anyInput(), fc.option(fc.integer({ min: -50, max: 300 })), fc.option(anyDelay, { freq: 3 }))
      .map(([input, at, extension]) => ({
        ...queryOf({ ...input, ...(extension === null ? {} : { extension }) }),
        ...(at === null ? {} : { at: addDays(input.from, at) }),
      }));
    expect(firstDifference(fc.sample(queries, 10_000))).toBeNull();
  });

  test("on any day from 1583 to 9999, leaving the calendar included", () => {
    const day = fc.oneof(
      fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
      fc.integer({ min: FIRST_DAY, max: FIRST_DAY + 400 }),
      fc.integer({ min: LAST_DAY - 400, max: LAST_DAY }),
    );
    const roll = fc.constantFrom("none" as const, "next" as const, "previous" as const);
    const queries = fc
      .tuple(day, anyDelay, roll)
      .map(([n, delay, rolled]) => queryOf({ from: fromDayNumber(n), delay, roll: rolled }));
    expect(firstDifference(fc.sample(queries, 3000))).toBeNull();
  });

  test("on instants from 1980 to 2100, and around the changes of the clock of 24 years", () => {
    const from = fc.integer({ min: Date.UTC(1980, 11, 30), max: Date.UTC(2100, 0) }).map(fromEpochMs);
    const random = fc.sample(from, 2000);
    const nights = Array.from({ length: 24 }, (_, i) => 1981 + i).flatMap((year) =>
      [3, 9, 10].flatMap((month) =>
        [24, 25, 26, 27, 28, 29, 30].flatMap((day) =>
          ["21:59:59.999", "22:00:00", "22:59:59.999", "23:00:00", "00:59:59.999", "01:00:00"].map((time) =>
            instant(`${year}-${String(month).padStart(2, "0")}-${day}T${time}Z`),
          ),
        ),
      ),
    );
    expect(firstDifference([...random, ...nights].map((each) => ({ from: each, delay: "P1D" })))).toBeNull();
  });

  test("on what they refuse", () => {
    const queries = [
      {},
      { from: "2026-03-02" },
      { from: "2026-02-30", delay: "P1D" },
      { from: "2026-03-02", delay: "P1D", roll: "maybe" },
      { from: "2026-03-02", delay: "P1D", until: "2026-03-02" },
      { from: "2026-03-02", delay: "P1D", extension: "-P1D" },
      { from: "2026-03-02", delay: "P1D", suspensions: [{ from: "2026-03-12", to: "2026-03-11" }] },
      { from: "2026-03-02T10:00:00", delay: "P1D" },
      { from: "2016-12-31T23:58:60Z", delay: "P1D" },
    ];
    expect(firstDifference(queries)).toBeNull();
  });
});

describe("the command line of verify.py", () => {
  test("says how it is used when asked, and when it is asked nothing", () => {
    const [help, nothing] = [python(["--help"]), python([])];
    expect([help.status, nothing.status]).toEqual([0, 2]);
    expect(help.stdout).toContain("verify.py FILE");
    expect(nothing.stdout).toBe(help.stdout);
  });

  test("computes a query of a file, or of standard input", () => {
    const { status, stdout } = python(["-"], '{"from":"2026-03-02","delay":"P60D"}');
    expect([status, JSON.parse(stdout).lastDay]).toEqual([0, "2026-05-01"]);
    expect(python(["-"], '{"from":"2026-03-02"}').status).toBe(2);
  });

  test.each([
    [["/no/such/file"]],
    [["--key", "12", "-"]],
    [["--key", "g".repeat(64), "-"]],
    [["--ruleset", "/no/such/file", "-"]],
    [["--from", "http://guichet.example", "-"]],
    [["--from", "ftp://guichet.example", "-"]],
    [["--unknown", "-"]],
    [["--ndjson", "--certificates"]],
  ])("%j checks nothing, and says why in a sentence", (args) => {
    const { status, stdout, stderr } = python(args);
    expect(status).toBe(2);
    expect(stdout + stderr).not.toMatch(/Traceback/);
    expect(stdout + stderr).not.toBe("");
  });
});

describe("a certificate", () => {
  const folder = mkdtempSync(join(tmpdir(), "guichet-certificate-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const rawKey = publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("hex");
  const signed = (certificate: Certificate): SignedCertificate => ({
    ...certificate,
    signature: {
      algorithm: "Ed25519",
      publicKey: rawKey,
      value: sign(null, Buffer.from(signedText(certificate)), privateKey).toString("hex"),
    },
  });
  const ruleset = { name: "css", delays: { decision: "P30D" } };
  const certificate = certify(
    {
      from: civilDate("2026-03-02"),
      fromInstant: instant("2026-03-02T22:59:59.999Z"),
      delay: parseDelay("P2M"),
      roll: "next",
      closed: [civilDate("2026-05-15")],
      suspensions: [
        {
          from: civilDate("2026-03-12"),
          to: civilDate("2026-03-20"),
          by: "les ministres",
          why: "données « cliniques » 😀",
        },
      ],
      counting: "inclusive",
      restarts: [civilDate("2026-03-05")],
      extension: months(0),
    },
    { name: "css", digest: digestOf(ruleset) },
  );
  const checkBytes = (content: string | Uint8Array, args: readonly string[]) => {
    const path = join(folder, "certificate.json");
    writeFileSync(path, content);
    const { status, stdout, stderr } = python([path, ...args]);
    expect(stderr).toBe("");
    return [status, stdout.trimEnd()] as const;
  };
  const check = (content: object, ...args: string[]) =>
    checkBytes(JSON.stringify(content), args.includes("--key") ? args : ["--key", rawKey, ...args]);
  const rulesetFile = (content: object): string => {
    const path = join(folder, "ruleset.json");
    writeFileSync(path, JSON.stringify(content));
    return path;
  };

  test("is verified: date, digests, walk, signature, key and ruleset", () => {
    const args = ["--key", rawKey, "--ruleset", rulesetFile(ruleset)];
    expect(check(signed(certificate), ...args)).toEqual([0, `verified: last day ${certificate.result.lastDay}`]);
  });

  test("doesn't depend on how its JSON is laid out", () => {
    const shuffled = Object.fromEntries(Object.entries(signed(certificate)).reverse());
    expect(check(shuffled)[0]).toBe(0);
  });

  const resigned = (change: Partial<Certificate>): SignedCertificate => signed({ ...certificate, ...change });
  test.each<[string, () => readonly [object, ...string[]], RegExp]>([
    [
      "another last day",
      () => [resigned({ result: { ...certificate.result, lastDay: civilDate("2026-05-19") } })],
      /^result\.lastDay: the certificate says 2026-05-19, recomputed 2026-05-18/,
    ],
    [
      "another suspension",
      () => [resigned({ query: { ...certificate.query, suspensions: [{ from: "2026-03-12", to: "2026-03-27" }] } })],
      /result\.suspendedDays: the certificate says 9, recomputed 16/,
    ],
    [
      "another calendar",
      () => [resigned({ calendar: `sha256:${"0".repeat(64)}` })],
      /^calendar: the certificate says sha256:000/,
    ],
    [
      "a walk with a day more",
      () => [
        resigned({
          walk: certificate.walk.map((step) => (step.kind === "suspended" ? { ...step, days: step.days + 1 } : step)),
        }),
      ],
      /^walk, step \d+: a span/,
    ],
    [
      "a step left out",
      () => [resigned({ walk: certificate.walk.filter(({ kind }) => kind !== "suspended") })],
      /^walk, step/,
    ],
    [
      "another ruleset",
      () => [signed(certificate), "--ruleset", rulesetFile({ ...ruleset, name: "parcours" })],
      /^ruleset:/,
    ],
    ["another key", () => [signed(certificate), "--key", "0".repeat(64)], /^signature\.publicKey/],
    [
      "a changed word",
      () => [{ ...signed(certificate), ruleset: { name: "parcours", digest: digestOf(ruleset) } }],
      /^signature\.value: not a signature of this content/,
    ],
    ["no signature", () => [certificate], /^signature: none/],
    ["no content", () => [{ certificate: "guichet-deadline/1" }], /^certificate: malformed/],
    ["another format", () => [{ ...signed(certificate), certificate: "guichet-deadline/2" }], /^certificate: 'guichet/],
    ["a member that nobody signs", () => [{ ...signed(certificate), remark: "2030" }], /^remark: no certificate has/],
    [
      "a member of the result that nobody signs",
      () => [{ ...signed(certificate), result: { ...certificate.result, postponedTo: "2030-12-31" } }],
      /^result\.postponedTo: no certificate has/,
    ],
    [
      "a remark beside the signature",
      () => [{ ...signed(certificate), signature: { ...signed(certificate).signature, signer: "HAS" } }],
      /^signature\.signer: no certificate has/,
    ],
    [
      "a signature in capitals, with blanks",
      () => {
        const { signature } = signed(certificate);
        return [{ ...certificate, signature: { ...signature, value: signature.value.replace(/^../, "  ") } }];
      },
      /^signature\.value: expected 128 hexadecimal digits/,
    ],
  ])("with %s is refused, naming it", (_, tampered, line) => {
    const [content, ...args] = tampered();
    const [status, told] = check(content, ...args);
    expect(status).toBe(1);
    expect(told).toMatch(line);
  });

  /** Points of order 1, 2, 4 and 8: whoever knows that they are asked for writes a signature that they accept. */
  const noSecret = [
    `01${"00".repeat(31)}`,
    `ec${"ff".repeat(30)}7f`,
    "00".repeat(32),
    `${"00".repeat(31)}80`,
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  ];
  test.each(noSecret)(
    "by the key %s, which needs no secret, is refused by name, even if that key was given",
    (publicKey) => {
      const signature = { algorithm: "Ed25519", publicKey, value: `01${"00".repeat(63)}` };
      const [status, told] = check({ ...certificate, signature }, "--key", publicKey);
      expect([status, told]).toEqual([1, "signature.publicKey: a point of low order, with which anybody can sign"]);
    },
  );

  test("isn't verified by the key that it brings itself", () => {
    const [status, told] = checkBytes(JSON.stringify(signed(certificate)), []);
    expect(status).toBe(1);
    expect(told).toMatch(/^signature\.publicKey: nobody but the document vouches for this key/);
  });

  const text = JSON.stringify(signed(certificate));
  test.each<[string, string | Uint8Array, RegExp]>([
    ["a member twice", text.replace('"lastDay":', '"lastDay":"2030-12-31","lastDay":'), /'lastDay' stands twice/],
    ["a byte-order mark", `\ufeff${text}`, /byte-order mark/],
    ["another encoding", Buffer.from(text, "latin1"), /not UTF-8/],
    ["UTF-16", Buffer.from(text, "utf16le"), /document: not /],
    ["a decimal number", text.replace(/"suspendedDays":\d+/, '"suspendedDays":9.0'), /9\.0 isn't a whole number/],
    ["infinity", text.replace(/"suspendedDays":\d+/, '"suspendedDays":Infinity'), /Infinity isn't a whole number/],
    ["a number beyond exact ones", text.replace(/"suspendedDays":\d+/, '"suspendedDays":9007199254740993'), /53 bits/],
    ["half of a character", text.replace('"css"', '"\\ud800"'), /half of a character/],
    ["a depth without end", "[".repeat(100_000), /nested too deep|not JSON/],
    ["nothing", "", /not JSON/],
  ])("with %s is refused by name, without a traceback", (_, content, line) => {
    const [status, told] = checkBytes(content, ["--key", rawKey]);
    expect(status).toBe(1);
    expect(told).toMatch(line);
  });

  test("of any random ledger is verified", () => {
    const certificates = fc.sample(anyInput(), 100).map((input) => signed(certify(input)));
    const { stdout } = python(
      ["--certificates", "--key", rawKey],
      certificates.map((each) => `${JSON.stringify(each)}\n`).join(""),
    );
    expect(stdout).toBe("[]\n".repeat(certificates.length));
  });

  test("asks for the same date as the calculator would", () => {
    fc.assert(
      fc.property(anyInput(), (input) => {
        const { query, result, walk } = certify(input);
        expect(calculate(query)).toMatchObject(result);
        expect(walk.at(-1)?.to).toBe(result.lastDay);
      }),
    );
    expect(certify({ from: civilDate("2026-03-02"), delay: days(60) }).query).toEqual({
      from: "2026-03-02",
      delay: "P60D",
    });
  });
});
