/** SHA-256 (FIPS 180-4) of a text in UTF-8, in plain integers: law/ may not reach for the platform's cryptography. */

const PRIMES = firstPrimes(64);
const ROUND = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const INITIAL = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

/** The digest in lower-case hexadecimal, 64 characters. About 150 MB a second: a snapshot may hold megabytes. */
export function sha256(text: string): string {
  const state = INITIAL.slice();
  const words = new Int32Array(64);
  const message = padded(text);
  for (let block = 0; block < message.length; block += 64) mix(state, words, message, block);
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

/** One block of 64 bytes. The indices below are all within their arrays: what `!` says. */
function mix(state: Int32Array, w: Int32Array, message: Uint8Array, block: number): void {
  for (let i = 0, at = block; i < 16; i++, at += 4) {
    w[i] = (message[at]! << 24) | (message[at + 1]! << 16) | (message[at + 2]! << 8) | message[at + 3]!;
  }
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15]!;
    const y = w[i - 2]!;
    const s0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
    const s1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
    w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + ROUND[i]! + w[i]!) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
  state[4]! += e;
  state[5]! += f;
  state[6]! += g;
  state[7]! += h;
}

const turn = (x: number, by: number): number => (x >>> by) | (x << (32 - by));

/** The first 32 bits of the fractional part. */
function fraction(x: number): number {
  return ((x - Math.floor(x)) * 0x1_0000_0000) | 0;
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes;
}

/** The text in UTF-8, a single bit, zeros, and its length in bits, up to a whole block. */
function padded(text: string): Uint8Array {
  const length = utf8Length(text);
  const message = new Uint8Array(Math.ceil((length + 9) / 64) * 64);
  writeUtf8(text, message);
  message[length] = 0x80;
  const view = new DataView(message.buffer);
  view.setUint32(message.length - 8, Math.floor(length / 0x2000_0000));
  view.setUint32(message.length - 4, (length * 8) >>> 0);
  return message;
}

function utf8Length(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) ?? 0;
    if (point > 0xffff) i++;
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
  }
  return length;
}

function writeUtf8(text: string, into: Uint8Array): void {
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) ?? 0;
    if (point < 0x80) {
      into[at++] = point;
      continue;
    }
    if (point < 0x800) into[at++] = 0xc0 | (point >> 6);
    else {
      if (point < 0x1_0000) into[at++] = 0xe0 | (point >> 12);
      else {
        i++;
        into[at++] = 0xf0 | (point >> 18);
        into[at++] = 0x80 | ((point >> 12) & 63);
      }
      into[at++] = 0x80 | ((point >> 6) & 63);
    }
    into[at++] = 0x80 | (point & 63);
  }
}
