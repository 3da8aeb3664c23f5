/** What public reports of other systems told, tried on ours: JSON, calendars and streams that readers take otherwise than they were meant. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import express from "express";
import { describe, expect, it } from "vitest";
import { EventStreams } from "../api/http/event-stream.js";
import { ambiguityOf } from "../api/http/interoperable-json.js";
import { calendarFile } from "../api/routes/calendar-file.js";

describe("JSON that is sent", () => {
  it.each([
    ['{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}'],
    ['{"a":"a","b":"{\\"a\\":1,\\"a\\":2}"}'],
    ['{"euros":9007199254740991,"part":-0.1,"far":1.5e3}'],
    ['["12345678901234567890", true, null]'],
  ])("%s says one thing", (text) => expect(ambiguityOf(text)).toBeUndefined());

  it.each([
    ['{"admissible":true,"admissible":false}', "admissible"],
    ['{"a":{"x":1},"b":[{"y":1,"\\u0079":2}]}', "y"],
    ['{"__proto__":1,"__proto__":2}', "__proto__"],
    ['{"euros":9007199254740993}', "9007199254740993"],
    ["[1e999]", "1e999"],
  ])("%s says what no two readers would keep alike", (text, named) => expect(ambiguityOf(text)).toContain(named));
});

it("a calendar's text never begins a line of its own, whatever ends it, nor splits a character", () => {
  const deadline = {
    case: "PECAN-2026-0001",
    clock: "decision",
    label: "Décision\r\nATTENDEE:mailto:a\rX:1\nY:2",
    about: null,
    day: "2026-05-01",
    source: "CSS, art. 1 ; 2",
    bearerLabel: "Ministres",
    product: `${"é".repeat(40)}📞📞📞`,
    sandbox: false,
    stands: true,
    reminders: [],
    sequence: 1,
    movedAt: "2026-01-05T11:00:00.000Z",
    state: "running",
  };
  const file = calendarFile([deadline as never], "https://guichet.example");
  const lines = file.split("\r\n");
  expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of lines) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).toMatch(/^( |[A-Z-]+[;:]|$)/);
    expect(line).not.toMatch(/^(ATTENDEE|X|Y):|\p{Surrogate}/u);
  }
  expect(file.replaceAll("\r\n ", "")).toContain("Décision\\nATTENDEE:mailto:a\\nX:1\\nY:2");
});

it("a stream whose reader doesn't read is left, and holds no more than it may", async () => {
  const streams = new EventStreams();
  let most = 0;
  let left = false;
  const app = express().get("/", (_request, response) => {
    void streams.answer(response, async (out) => {
      for (let nth = 0; nth < 2_000; nth++) {
        out.send({ event: "act", data: "x".repeat(10_000) });
        most = Math.max(most, response.writableLength);
      }
      return () => {
        left = true;
      };
    });
  });
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.on("error", () => undefined).pause();
  socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  await expect.poll(() => left).toBe(true);
  expect(most).toBeLessThan(2_000_000);
  socket.destroy();
  server.close();
});
